package io.dbregistry.query;

import java.math.BigDecimal;
import java.util.List;

import io.dbregistry.model.Attribute;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is said about arguments that nothing can be done with. */
@NullUnmarked
class ArgumentTests {

	@Model
	record Sensor(@Id @GeneratedValue Long id, float single, double twice, String name) {
	}

	private final QueryFixture fixture = QueryFixture.open(TestServer.H2, Sensor.class);

	private final ModelRepository<Sensor> sensors = this.fixture.repository(Sensor.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void tellsWhatIsMissing() {
		assertRefused(() -> this.sensors.create(null), "No object of model 'Sensor' is given");
		assertRefused(() -> this.sensors.delete(null), "No object of model 'Sensor' is given");
		assertRefused(() -> this.sensors.get(null), "No key of model 'Sensor' is given");
		assertRefused(() -> this.sensors.find(null), "No key of model 'Sensor' is given");
		assertRefused(() -> this.sensors.deleteByKey(null), "No key of model 'Sensor' is given");
		assertRefused(() -> this.sensors.using(null), "No name of a database is given");
		assertRefused(() -> this.sensors.schema(null), "No name of a schema is given");
		assertRefused(() -> this.sensors.query().using(null), "No name of a database is given");
		assertRefused(() -> this.sensors.query().schema(""), "No name of a schema is given");
		assertRefused(() -> this.sensors.query().orderBy("name", null), "No attribute of model 'Sensor' is given");
		assertRefused(() -> this.sensors.query().filter((String) null, 1), "No attribute of model 'Sensor' is given");
		assertRefused(() -> this.fixture.queries().repository((String) null), "No model is named");
		assertRefused(() -> this.fixture.models().get((String) null), "No model is named");
		assertRefused(() -> this.fixture.models().register(" ", (model) -> {
		}), "The name of a model is blank");
		assertThat(this.fixture.executions()).isEmpty();
	}

	private static void assertRefused(ThrowingCallable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call)
			.withMessageStartingWith(message)
			.withMessageContaining(";");
	}

	@Test
	void takesNumbersOnlyWithoutLoss() {
		QuerySet<Sensor> query = this.sensors.query();
		assertThat(
				query.filter("single", 0.1).filter("single", new BigDecimal("1E10")).filter("twice", 1L << 53).count())
			.isZero();
		assertThat(query.filter("twice", 0.1f).filter("single", 16777216).count()).isZero();
		for (Number number : List.of(16777217, 1e300, 0.12345678901234567, new BigDecimal("1E-60"))) {
			assertThatIllegalArgumentException().as("%s", number)
				.isThrownBy(() -> query.filter("single", number))
				.withMessage("'single' of model 'Sensor' has values of type 'float', and '%s' is none of them; "
						+ "give a value that fits", number);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> query.filter("twice", (1L << 53) + 1));
		assertThatIllegalArgumentException().isThrownBy(() -> query.filter("twice", new BigDecimal("1e400")));
	}

	@Test
	void keepsTheShapeOfAnyNumberOfConditions() {
		ModelType<Sensor> model = this.fixture.models().get(Sensor.class);
		Attribute name = model.attribute("name");
		Condition conditions = null;
		for (int i = 0; i < 100_000; i++) {
			conditions = Condition.of(conditions, name, i % 2 == 0, "value " + i);
		}
		Condition bare = conditions.withoutValues();
		assertThat(Condition.sameShape(bare, conditions)).isTrue();
		assertThat(bare.shapeHash()).isEqualTo(conditions.shapeHash());
		assertThat(bare.values()).isEmpty();
		assertThat(bare.previous().values()).isEmpty();
	}

}
