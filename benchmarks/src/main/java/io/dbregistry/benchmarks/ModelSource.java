package io.dbregistry.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes classes with Jakarta Persistence's annotations, which every contender
 * understands: 5 to 15 columns, up to two references, and the indexes, unique
 * constraints, checks and comments that applications have. The same number gives the same
 * text in any JVM.
 */
final class ModelSource {

	static final String PACKAGE = "io.dbregistry.benchmarks.generated";

	private static final List<String> NOUNS = List.of("Account", "Address", "Article", "Booking", "Campaign", "Carrier",
			"Category", "Contract", "Customer", "Delivery", "Device", "Document", "Employee", "Event", "Invoice",
			"Ledger", "Offer", "Order", "Payment", "Product", "Project", "Reminder", "Report", "Shipment", "Supplier",
			"Ticket", "Vehicle", "Warehouse");

	/** Declarations of fields; one is taken at most once in a class. */
	private static final List<String> FIELDS = List.of("""
			@Column(name = "title", length = 200, nullable = false, comment = "As people see it")
			String title;""", """
			@Column(name = "description", length = 4000)
			String description;""", """
			@Column(name = "price", precision = 12, scale = 2, nullable = false,
					check = @CheckConstraint(name = "ck_%1$s_price", constraint = "price >= 0"))
			BigDecimal price;""", """
			@Column(name = "tax_rate", precision = 5, scale = 4, comment = "0.19 is 19 percent")
			BigDecimal taxRate;""", """
			@Column(name = "quantity", nullable = false)
			Integer quantity;""", """
			@Column(name = "active", nullable = false)
			Boolean active;""", """
			@Column(name = "created_at", nullable = false)
			LocalDateTime createdAt;""", """
			@Column(name = "changed_at")
			LocalDateTime changedAt;""", """
			@Column(name = "due_on")
			LocalDate dueOn;""", """
			@Column(name = "weight")
			Double weight;""", """
			@Column(name = "external_id")
			UUID externalId;""", """
			@Column(name = "email", length = 320)
			String email;""", """
			@Column(name = "sort_order", nullable = false)
			Long sortOrder;""");

	/** Eager references may follow each other so often. */
	private static final int DEPTHS = 4;

	private final int number;

	private final Random random;

	private final String table;

	private final List<String> indexes = new ArrayList<>();

	private final List<String> fields = new ArrayList<>();

	private ModelSource(int number) {
		this.number = number;
		this.random = new Random(number);
		this.table = table(number);
	}

	/** The simple name of a class. */
	static String type(int number) {
		return NOUNS.get(number % NOUNS.size()) + number;
	}

	/** The name of its table. */
	static String table(int number) {
		return (NOUNS.get(number % NOUNS.size()) + "_" + number).toLowerCase(java.util.Locale.ROOT);
	}

	/** The text of a class. */
	static String write(int number) {
		return new ModelSource(number).write();
	}

	private String write() {
		addFields();
		addReferences();
		return """
				package %s;

				import jakarta.persistence.*;
				import java.math.BigDecimal;
				import java.time.LocalDate;
				import java.time.LocalDateTime;
				import java.util.UUID;

				@Entity
				@Table(name = "%s", comment = "Number %d of the benchmark's tables", indexes = { %s })
				public class %s {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				@Column(name = "id")
				Long id;

				@Column(name = "code", length = 40, nullable = false, unique = true)
				String code;

				%s

				}
				""".formatted(PACKAGE, this.table, this.number, String.join(", ", this.indexes), type(this.number),
				String.join("\n\n", this.fields));
	}

	private void addFields() {
		List<String> possible = new ArrayList<>(FIELDS);
		Collections.shuffle(possible, this.random);
		int count = 3 + this.random.nextInt(9);
		for (String field : possible.subList(0, count)) {
			this.fields.add(field.formatted(this.table));
		}
		if (this.fields.stream().anyMatch((field) -> field.contains("\"created_at\""))) {
			addIndex("created_at");
		}
		if (this.fields.stream().anyMatch((field) -> field.contains("\"email\""))) {
			addIndex("email, code");
		}
	}

	/** To classes before this one and less deep, so that no chain gets too long. */
	private void addReferences() {
		int depth = this.number % DEPTHS;
		int count = (depth == 0) ? 0 : 1 + this.random.nextInt(2);
		for (int i = 1; i <= count; i++) {
			int target = this.number - this.number % DEPTHS + this.random.nextInt(depth);
			this.fields.add("""
					@ManyToOne%s
					@JoinColumn(name = "parent%d_id", foreignKey = @ForeignKey(name = "fk_%s_%d"))
					%s parent%d;""".formatted((i == 1) ? "(optional = false)" : "", i, this.table, i, type(target), i));
			addIndex("parent" + i + "_id");
		}
	}

	private void addIndex(String columns) {
		this.indexes.add("@Index(name = \"ix_%s_%d\", columnList = \"%s\")".formatted(this.table,
				this.indexes.size() + 1, columns));
	}

}
