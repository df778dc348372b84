package io.dbregistry.migration;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads what {@link StateFile} wrote, and refuses everything else.
 */
final class StateFileReader {

	private static final Pattern MERGE_MARK = Pattern.compile("^(<<<<<<<|=======|>>>>>>>)( .*)?$", Pattern.MULTILINE);

	private static final Pattern TYPE = Pattern.compile("([A-Z ]+?)(?:\\((\\d+)(?:, (\\d+))?\\))?( ARRAY)?");

	private final String file;

	private StateFileReader(String file) {
		this.file = file;
	}

	/**
	 * Reads a state.
	 * @param file the name of the file, for messages
	 * @param text what is in it
	 * @throws StateFileException if it is nothing that the registry writes
	 */
	static MigrationState read(String file, String text) {
		return new StateFileReader(file).read(text);
	}

	private MigrationState read(String text) {
		refuseMergeMarks(text);
		try {
			YamlMap map = YamlMap.of(YamlText.read(text));
			String format = map.text("format");
			if (!format.equals(Integer.toString(StateFile.FORMAT))) {
				throw new StateFileException(this.file,
						"it has format '%s', and this version of the registry knows '%d'".formatted(format,
								StateFile.FORMAT),
						"use the version of the registry that wrote it", null);
			}
			String database = map.text("database");
			String product = map.text("product");
			String migration = map.find("migration");
			String parent = map.find("parent");
			List<Table> tables = map.maps("tables").stream().map(StateFileReader::table).toList();
			List<Sequence> sequences = map.maps("sequences").stream().map(StateFileReader::sequence).toList();
			map.finish();
			return new MigrationState(product, migration, parent, Metadata.of(database, tables, sequences, List.of()));
		}
		catch (MarkedYAMLException ex) {
			throw unreadable("line %d: %s".formatted(ex.getProblemMark().getLine() + 1, ex.getProblem()), ex);
		}
		catch (YAMLException | IllegalArgumentException ex) {
			throw unreadable(String.valueOf(ex.getMessage()), ex);
		}
	}

	private StateFileException unreadable(String reason, RuntimeException cause) {
		return new StateFileException(this.file, reason,
				"restore it from version control, since it is only written by the registry", cause);
	}

	private void refuseMergeMarks(String text) {
		Matcher mark = MERGE_MARK.matcher(text);
		if (mark.find()) {
			long line = text.substring(0, mark.start()).lines().count() + 1;
			throw new StateFileException(this.file,
					"line %d is the mark '%s' of a merge".formatted(line, mark.group(1)),
					"take the file of one side, delete the migrations of the other that come after the common one, "
							+ "and generate them again",
					null);
		}
	}

	private static Table table(YamlMap map) {
		QualifiedName name = name(map, "table");
		List<Column> columns = parts(map, "columns", StateFileReader::column);
		YamlMap key = map.findMap("primaryKey");
		PrimaryKey primaryKey = null;
		if (key != null) {
			primaryKey = new PrimaryKey(key.find("name"), key.texts("columns"));
			key.finish();
		}
		Table table = new Table(name, columns, primaryKey,
				values(map, "uniques", (unique, part) -> new UniqueConstraint(unique, part.texts(unique))),
				parts(map, "indexes", StateFileReader::index), parts(map, "foreignKeys", StateFileReader::foreignKey),
				parts(map, "checks", (check, part) -> new Check(check, part.text("condition"))), map.find("comment"));
		map.finish();
		return table;
	}

	/** Reads what is a map for each name. */
	private static <T> List<T> parts(YamlMap map, String kind, BiFunction<String, YamlMap, T> reader) {
		return values(map, kind, (name, parts) -> {
			YamlMap part = parts.map(name);
			T read = reader.apply(name, part);
			part.finish();
			return read;
		});
	}

	/** Reads what is a value of its own for each name. */
	private static <T> List<T> values(YamlMap map, String kind, BiFunction<String, YamlMap, T> reader) {
		YamlMap parts = map.findMap(kind);
		return (parts == null) ? List.of() : parts.keys().stream().map((name) -> reader.apply(name, parts)).toList();
	}

	private static QualifiedName name(YamlMap map, String key) {
		return new QualifiedName(map.find("schema"), map.text(key));
	}

	private static Column column(String name, YamlMap map) {
		return new Column(name, type(map), !"false".equals(map.find("nullable")), "true".equals(map.find("identity")),
				map.find("default"), map.find("comment"));
	}

	private static ColumnType type(YamlMap map) {
		String verbatim = map.find("verbatim");
		return (verbatim != null) ? ColumnType.verbatim(verbatim) : type(map.text("type"));
	}

	private static ColumnType type(String text) {
		Matcher parts = TYPE.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("'%s' is no type of a column".formatted(text));
		}
		if (parts.group(4) != null) {
			return ColumnType.array(type(text.substring(0, parts.start(4))));
		}
		Kind kind = Kind.valueOf(parts.group(1).replace(' ', '_'));
		int first = number(parts.group(2));
		return switch (kind) {
			case CHAR -> ColumnType.character(first);
			case VARCHAR -> ColumnType.varchar(first);
			case VARBINARY -> ColumnType.varbinary(first);
			case DECIMAL -> ColumnType.decimal(first, number(parts.group(3)));
			default -> kind.isTime() ? ColumnType.time(kind, first) : ColumnType.of(kind);
		};
	}

	private static int number(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	private static Index index(String name, YamlMap map) {
		List<String> descending = map.findTexts("descending");
		return new Index(name, "true".equals(map.find("unique")),
				map.texts("columns")
					.stream()
					.map((column) -> new Index.Part(column, descending.contains(column)))
					.toList());
	}

	private static ForeignKey foreignKey(String name, YamlMap map) {
		return new ForeignKey(name, map.texts("columns"), name(map, "table"), map.texts("references"),
				action(map.find("onDelete")), action(map.find("onUpdate")));
	}

	private static Action action(@Nullable String name) {
		return (name != null) ? Action.valueOf(name.toUpperCase(Locale.ROOT)) : Action.NO_ACTION;
	}

	private static Sequence sequence(YamlMap map) {
		Sequence sequence = new Sequence(name(map, "sequence"), Long.parseLong(map.text("start")),
				Integer.parseInt(map.text("increment")));
		map.finish();
		return sequence;
	}

}
