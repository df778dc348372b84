package io.dbregistry.benchmarks;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the arenas of each benchmark.
 */
final class Arenas {

	private static final String JOOQ = "io.dbregistry.benchmarks.JooqReflection";

	/** From here on jOOQ can be loaded, and is compiled in. */
	private static final int JAVA_OF_JOOQ = 21;

	private Arenas() {
	}

	/** Who registers models. */
	static Arena registration(int size) throws Exception {
		List<Class<?>> models = ModelCompiler.compile(size);
		return new Arena("register %d models", size, null,
				List.of(new RegistryRegistration(models), new HibernateRegistration(models)));
	}

	/** Who creates tables. */
	static Arena creation(int size, Place place) throws Exception {
		List<Class<?>> models = ModelCompiler.compile(size);
		return new Arena("create %d tables", size, place,
				List.of(new RegistryCreation(place, models), new HibernateCreation(place, models)));
	}

	/** Who reads tables and compares them with what they shall be. */
	static Arena reflection(int size, Place place) throws Exception {
		RegistryCreation creation = new RegistryCreation(place, ModelCompiler.compile(size));
		creation.prepare();
		creation.run();
		creation.close();
		ReflectedPlace reflected = new ReflectedPlace(place);
		List<Contender> contenders = new ArrayList<>();
		contenders.add(new LiquibaseReflection(reflected));
		if (Runtime.version().feature() >= JAVA_OF_JOOQ) {
			Constructor<?> constructor = Class.forName(JOOQ).getDeclaredConstructor(ReflectedPlace.class);
			contenders.add((Contender) constructor.newInstance(reflected));
		}
		return new Arena("reflect and diff %d tables", size, place, contenders);
	}

}
