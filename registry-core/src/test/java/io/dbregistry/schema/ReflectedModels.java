package io.dbregistry.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;

/** Models with every feature and every type that all products have. */
final class ReflectedModels {

	static final List<Class<?>> ALL = List.of(Author.class, Book.class, Stock.class, Everything.class,
			HostileTable.class, Further.class, Line.class, Slot.class, Remark.class);

	/** What PostgreSQL and H2 have beyond that. */
	static final List<Class<?>> WITH_ARRAYS = List.of(Arrays.class);

	private ReflectedModels() {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(length = 20, unique = true, nullable = false) String name,
			@ManyToOne Ref<Author> teacher, @Version int version) {
	}

	@Model(name = "Another")
	@Table(name = "author", indexes = @Index(name = "ix_name", columnList = "name desc"))
	record OtherAuthor(@Id @GeneratedValue Long id, @Column(length = 30) String name, LocalDate born,
			@ManyToOne Ref<OtherAuthor> teacher) {
	}

	@Model
	@Table(comment = "it's for sale",
			indexes = { @Index(columnList = "title, price desc"), @Index(unique = true, columnList = "number") },
			uniqueConstraints = @UniqueConstraint(columnNames = { "title", "published" }),
			check = { @CheckConstraint(constraint = "price >= 0 and title <> ''"), @CheckConstraint(name = "ck_state",
					constraint = "state in ('NEW', 'OLD') or not (number between 1 and 9)") })
	record Book(@Id @GeneratedValue Long id, @ManyToOne(optional = false) Ref<Author> author,
			@Column(length = 200, nullable = false, comment = "on the cover") String title, BigDecimal price,
			LocalDate published, @Column(check = @CheckConstraint(constraint = "number > 0")) int number,
			@Enumerated(EnumType.STRING) State state, @JoinColumn(name = "sequel") @OneToOne Ref<Book> next) {
	}

	enum State {

		NEW, OLD

	}

	@Model
	record Stock(@Id String shop, @Id int shelf, @ManyToOne Book book) {
	}

	@Model
	record Everything(@Id UUID id, boolean flag, byte small, short medium, int number, Long big, float single,
			double twice, @Column(precision = 12, scale = 3) BigDecimal exact, BigDecimal usual, BigInteger huge,
			String text, char letter, @Lob String book, byte[] bytes, @Lob byte[] image, LocalDate day, LocalTime hour,
			@Column(secondPrecision = 0) LocalTime minute, OffsetTime zoned, LocalDateTime local,
			@Column(secondPrecision = 3) LocalDateTime millis, Instant instant,
			@Column(secondPrecision = 0) Instant seconds, OffsetDateTime point, State position,
			@Column(columnDefinition = "json") Map<String, Object> json,
			@Column(columnDefinition = "varchar(9) default 'none'") String own,
			@Column(columnDefinition = "INTEGER   DEFAULT 7 NOT NULL") int counted,
			@Column(columnDefinition = "decimal(7)") BigDecimal rounded) {
	}

	@Model
	@Table(name = "x\"; drop table `note`; --",
			indexes = { @Index(columnList = "Mixed Case desc"), @Index(name = "inde`x\"", columnList = "select, a;b") },
			uniqueConstraints = @UniqueConstraint(columnNames = { "a;b", "select" }), comment = "it's \\ \"quoted\"")
	record HostileTable(@Id @GeneratedValue @Column(name = "Key") Long id,
			@Column(name = "Mixed Case", comment = "it's") String mixed,
			@Column(name = "select", length = 10) String reserved,
			@Column(name = "a;b", length = 10, unique = true) String semicolon,
			@Column(name = "quo\"te`s'") String quotes,
			@JoinColumn(name = "the % parent") @ManyToOne Ref<HostileTable> parent) {
	}

	@Embeddable
	record Address(@Column(length = 50, nullable = false) String street, String city) {
	}

	enum Unit {

		PIECE, BOX

	}

	@Model
	record Further(@Id @GeneratedValue Long id, Address home,
			@Embedded @AttributeOverride(name = "street",
					column = @Column(name = "work_street", length = 70)) @AttributeOverride(name = "city",
							column = @Column(name = "work_city")) Address work,
			Year year, YearMonth month, Duration duration, Period period, ZonedDateTime zoned, DayOfWeek weekday,
			char[] letters, Locale locale, Currency currency, URI uri, Unit unit,
			@JoinColumn(name = "author_name", foreignKey = @ForeignKey(name = "fk_own")) @ManyToOne Ref<Author> author,
			@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) @ManyToOne Ref<Author> loose) {
	}

	record LineId(Long further, int number) {
	}

	@Model
	@IdClass(LineId.class)
	record Line(@Id @ManyToOne Ref<Further> further, @Id int number, String product) {
	}

	@Embeddable
	record SlotId(String room, int hour) {
	}

	@Model
	record Slot(@EmbeddedId SlotId id, String title) {
	}

	@Model
	record Remark(@Id UUID id, @ManyToOne Ref<Slot> slot,
			@ManyToOne @JoinColumn(name = "line_no", referencedColumnName = "number") @JoinColumn(name = "further",
					referencedColumnName = "further_id") Ref<Line> line) {
	}

	@Model
	record Arrays(@Id long id, String[] texts, int[] numbers, Long[] boxed, UUID[] ids, LocalDate[] days,
			Instant[] instants, double[] doubles, boolean[] flags) {
	}

}
