package io.dbregistry.query;

import java.util.List;

import io.dbregistry.database.Databases;
import io.dbregistry.model.Models;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.model.Row;
import io.dbregistry.model.UnresolvedReferenceException;

/**
 * Repositories and queries over models and databases, for whoever has no registry at
 * hand.
 * <p>
 * Keeps what it compiled: one per registry. Safe for use by several threads.
 */
public interface Queries {

	/**
	 * Makes repositories of models and databases. Nothing is opened or compiled before it
	 * is needed.
	 * @param databases the databases
	 * @param models the models
	 * @param listeners told of every statement, in this order
	 * @return the repositories
	 */
	static Queries create(Databases databases, Models models, StatementListener... listeners) {
		return new QueryEngine(databases, models, new StatementRunner(List.of(listeners)));
	}

	/**
	 * The repository of a model.
	 * @param type the class of the objects
	 * @param <T> the type of the objects
	 * @return the repository, on the database that the model lives in
	 * @throws NoSuchModelException if the class is not registered
	 */
	<T> ModelRepository<T> repository(Class<T> type);

	/**
	 * The repository of a model, with rows as objects.
	 * @param model the name of a model, with a class or without
	 * @return the repository, on the database that the model lives in
	 * @throws NoSuchModelException if there is none of that name
	 */
	ModelRepository<Row> repository(String model);

	/**
	 * Compiles ahead what the first use of each model would compile: the mapper of its
	 * rows, the statements by key, the insert and the query for all objects. Models whose
	 * database is not open are passed over. What conditions queries will have, and which
	 * attributes the rows to be stored, nobody knows yet.
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	void init();

}
