package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.schema.MetadataSource;

/**
 * What models ask for in one database, in the normal form of a product: the tables of all
 * models but those of tenants, or only these. None has the schema of the database, nor
 * that of a tenant.
 */
final class WantedTables {

	private final Database database;

	private final Models models;

	private final MetadataSource metadata;

	private final boolean tenants;

	WantedTables(Database database, Models models, MetadataSource metadata, boolean tenants) {
		this.database = database;
		this.models = models;
		this.metadata = metadata;
		this.tenants = tenants;
	}

	/** Whether each tenant has these tables. */
	boolean ofTenants() {
		return this.tenants;
	}

	/** As they are declared, for any product. */
	Metadata declared() {
		Metadata declared = this.tenants ? declaredOfTenants() : this.metadata.metadata(this.database.name());
		return Metadata.of(this.database.name(),
				declared.tables().stream().filter((table) -> declared.isManaged(table.name())).toList(),
				declared.sequences(), List.of());
	}

	Metadata in(Dialect dialect) {
		Metadata declared = declared();
		String own = this.database.schema();
		List<Table> tables = declared.tables()
			.stream()
			.map((table) -> dialect.normalForm(table).withoutSchema(this.tenants ? null : own))
			.toList();
		List<Sequence> sequences = declared.sequences()
			.stream()
			.map((sequence) -> sequence.withoutSchema(this.tenants ? null : own))
			.toList();
		return Metadata.of(this.database.name(), tables, sequences, List.of());
	}

	private Metadata declaredOfTenants() {
		List<Table> tables = new ArrayList<>();
		Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
		for (ModelType<?> model : models()) {
			tables.add(model.table());
			model.attributes()
				.forEach((attribute) -> attribute.findSequence()
					.ifPresent((sequence) -> sequences.put(sequence.name(), sequence)));
		}
		return Metadata.of(this.database.name(), tables, sequences.values(), List.of());
	}

	/** The models whose tables these are, without those of other people. */
	List<ModelType<?>> models() {
		return this.models.in(this.database.name())
			.stream()
			.filter((model) -> model.kind().isManaged() && (model.kind() == ModelKind.TENANT) == this.tenants)
			.toList();
	}

	/** What the author of tenants' models has to know. */
	List<String> hints(Metadata wanted) {
		List<String> hints = new ArrayList<>();
		if (this.tenants) {
			for (Table table : wanted.tables()) {
				table.foreignKeys()
					.stream()
					.map(ForeignKey::target)
					.filter((target) -> target.schema() == null && wanted.find(target).isEmpty())
					.forEach((target) -> hints.add(("Table '%s' of each tenant refers to '%s', which has no schema and "
							+ "is looked for beside it; give its model the schema that it is in")
						.formatted(table.name(), target)));
			}
		}
		return hints;
	}

}
