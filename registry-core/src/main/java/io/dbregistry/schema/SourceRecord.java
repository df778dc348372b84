package io.dbregistry.schema;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.model.Ref;
import jakarta.persistence.GenerationType;

/**
 * The record of one table: its key first, in its order, then what else there is, last the
 * references that are only read.
 */
final class SourceRecord {

	private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Byte.class, Short.class, Integer.class, Long.class);

	private static final NamingStrategy NAMING = NamingStrategy.SNAKE_CASE;

	private final Table table;

	private final SourcePlan plan;

	private final List<String> notes;

	private final SourceText text = new SourceText();

	private final SourceNames names = new SourceNames();

	private final SourceConstraints constraints;

	/** The components of the class of the key. */
	private final List<String> key = new ArrayList<>();

	/**
	 * Creates a writer.
	 * @param notes takes what cannot be said; may have notes already
	 */
	SourceRecord(Table table, SourcePlan plan, List<String> notes) {
		this.table = table;
		this.plan = plan;
		this.notes = notes;
		this.constraints = new SourceConstraints(table, plan, this.text, notes);
	}

	/**
	 * The file.
	 * @param members the members of {@code @Model}, as source
	 */
	String file(String packageName, List<String> members) {
		List<String> components = components();
		String name = this.plan.className(this.table);
		String head = this.text.annotation(Model.class.getName(), members) + "\n" + this.constraints.annotation();
		String body = "}\n";
		if (this.key.size() > 1) {
			head += this.text.persistence("IdClass", List.of(name + ".Key.class")) + "\n";
			body = "\n\tpublic record Key(" + String.join(", ", this.key) + ") {\n\t}\n\n}\n";
		}
		return this.text.file(packageName, SourceText.comments(this.notes, "") + head + "public record " + name
				+ "(\n\t\t" + String.join(",\n\t\t", components) + ") {\n" + body);
	}

	private List<String> components() {
		List<SourceReference> references = this.plan.references(this.table, this.notes);
		List<String> key = SourcePlan.key(this.table);
		List<String> components = new ArrayList<>();
		key.forEach((name) -> components.add(column(SourcePlan.find(this.table, name).orElseThrow(), true)));
		for (Column column : this.table.columns()) {
			Optional<SourceReference> owner = references.stream()
				.filter((reference) -> !reference.readOnly() && reference.key().columns().contains(column.name()))
				.findFirst();
			if (owner.isPresent()) {
				if (owner.get().key().columns().get(0).equals(column.name())) {
					components.add(reference(owner.get()));
				}
			}
			else if (!key.contains(column.name())) {
				components.add(column(column, false));
			}
		}
		references.stream()
			.filter(SourceReference::readOnly)
			.forEach((reference) -> components.add(reference(reference)));
		return components;
	}

	private String column(Column column, boolean key) {
		SourceType type = this.plan.types().of(column, key);
		String name = this.names.member(column.name());
		List<String> annotations = new ArrayList<>();
		if (key) {
			annotations.add(this.text.persistence("Id", List.of()));
			annotations.addAll(generated(column, type));
		}
		boolean boxed = column.nullable() || annotations.size() > 1;
		Class<?> shown = boxed ? type.type() : MethodType.methodType(type.type()).unwrap().returnType();
		List<String> members = new ArrayList<>();
		if (!NAMING.columnName(name).equals(column.name())) {
			members.add("name = " + SourceText.literal(column.name()));
		}
		members.addAll(type.members());
		if (!column.nullable() && !key && !shown.isPrimitive()) {
			members.add("nullable = false");
		}
		members.addAll(comment(column));
		if (type.large()) {
			annotations.add(this.text.persistence("Lob", List.of()));
		}
		if (!members.isEmpty()) {
			annotations.add(this.text.persistence("Column", members));
		}
		if (key) {
			this.key.add(this.text.type(shown) + " " + name);
		}
		note(column, type, annotations.stream().anyMatch((annotation) -> annotation.startsWith("@GeneratedValue")));
		return component(annotations, this.text.type(shown), name);
	}

	private List<String> comment(Column column) {
		return (column.comment() == null) ? List.of()
				: this.constraints.remark("column '%s' with a remark".formatted(column.name()), column.comment());
	}

	private void note(Column column, SourceType type, boolean generated) {
		if (this.plan.types().isExotic(column)) {
			this.notes.add("has column '%s' of type '%s', which is read and written as text".formatted(column.name(),
					column.type()));
		}
		if (!type.complete()) {
			this.notes.add("has column '%s' with default '%s', which is not declared".formatted(column.name(),
					column.defaultValue()));
		}
		if (column.identity() && !generated) {
			this.notes
				.add("has column '%s', which counts up; only a key alone is declared so".formatted(column.name()));
		}
	}

	/** How the value of a key is made. */
	private List<String> generated(Column column, SourceType type) {
		if (SourcePlan.key(this.table).size() > 1 || !WHOLE_NUMBERS.contains(type.type())) {
			return List.of();
		}
		if (column.identity()) {
			this.text.type(GenerationType.class);
			return List.of(this.text.persistence("GeneratedValue", List.of("strategy = GenerationType.IDENTITY")));
		}
		return this.plan.metadata()
			.sequences()
			.stream()
			.filter((sequence) -> isSource(sequence, column))
			.findFirst()
			.map(this::generated)
			.orElse(List.of());
	}

	private List<String> generated(Sequence sequence) {
		this.text.type(GenerationType.class);
		List<String> members = new ArrayList<>();
		members.add("sequenceName = " + SourceText.literal(sequence.name().name()));
		if (sequence.start() != 1) {
			members.add("initialValue = " + sequence.start());
		}
		members.add("allocationSize = " + sequence.increment());
		return List.of(this.text.persistence("GeneratedValue", List.of("strategy = GenerationType.SEQUENCE")),
				this.text.persistence("SequenceGenerator", members));
	}

	/**
	 * Whether a sequence is named in the default of a column, or after the table.
	 */
	private boolean isSource(Sequence sequence, Column column) {
		if (sequence.increment() < 1 || sequence.start() != (int) sequence.start()) {
			return false;
		}
		String name = sequence.name().name();
		String value = column.defaultValue();
		if (value == null) {
			return name.equals(this.table.name().name() + "_seq");
		}
		String lower = value.toLowerCase(Locale.ROOT);
		return (lower.contains("nextval") || lower.contains("next value for"))
				&& List.of(lower.split("[^\\w]+")).contains(name.toLowerCase(Locale.ROOT));
	}

	private String reference(SourceReference reference) {
		List<String> columns = reference.referenced().stream().map(reference::column).toList();
		String target = this.plan.className(reference.target());
		String name = this.names.member(name(reference, columns.get(0), target));
		List<String> annotations = new ArrayList<>(List.of(this.text.persistence("ManyToOne", List.of())));
		List<String> foreignKey = this.constraints.foreignKey(reference.key());
		for (String referenced : reference.referenced()) {
			String column = reference.column(referenced);
			List<String> members = new ArrayList<>();
			if (columns.size() > 1 || !NAMING.joinColumnName(name, referenced).equals(column)) {
				members.add("name = " + SourceText.literal(column));
			}
			if (columns.size() > 1) {
				members.add("referencedColumnName = " + SourceText.literal(referenced));
			}
			members.addAll(written(reference, SourcePlan.find(this.table, column).orElseThrow()));
			if (column.equals(columns.get(0))) {
				members.addAll(foreignKey);
			}
			if (!members.isEmpty()) {
				annotations.add(this.text.persistence("JoinColumn", members));
			}
		}
		return component(annotations, this.text.type(Ref.class) + "<" + target + ">", name);
	}

	private List<String> written(SourceReference reference, Column column) {
		if (reference.readOnly()) {
			return List.of("insertable = false", "updatable = false");
		}
		if (column.defaultValue() != null || column.identity()) {
			this.notes
				.add("has column '%s' of a reference, which is declared without its default".formatted(column.name()));
		}
		return Stream.concat(column.nullable() ? Stream.of() : Stream.of("nullable = false"), comment(column).stream())
			.toList();
	}

	/** Column {@code author_id} is called after {@code author}. */
	private static String name(SourceReference reference, String column, String target) {
		String suffix = "_" + reference.referenced().get(0);
		if (reference.referenced().size() == 1
				&& column.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT))
				&& column.length() > suffix.length()) {
			return column.substring(0, column.length() - suffix.length());
		}
		return (reference.readOnly() || reference.referenced().size() > 1) ? target : column;
	}

	private static String component(List<String> annotations, String type, String name) {
		return String.join(" ", Stream.concat(annotations.stream(), Stream.of(type, name)).toList());
	}

}
