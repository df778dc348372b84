package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.List;

import io.dbregistry.metadata.QualifiedName;

/**
 * What became of a database that had its tables before its first migration.
 *
 * @param file the state that was written
 * @param tables the tables that the state has, which models and the database have
 * @param missing the tables of models that the database lacks: the next migration makes
 * them
 * @param others the tables that no model has, which are left alone
 */
public record Adoption(Path file, List<QualifiedName> tables, List<QualifiedName> missing, List<QualifiedName> others) {

	public Adoption {
		tables = List.copyOf(tables);
		missing = List.copyOf(missing);
		others = List.copyOf(others);
	}

}
