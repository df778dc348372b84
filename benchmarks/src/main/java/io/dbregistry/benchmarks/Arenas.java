package io.dbregistry.benchmarks;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the arenas of each benchmark.
 */
final class Arenas {

	private static final String JOOQ = "io.dbregistry.benchmarks.JooqReflection";

	/** From here on jOOQ can be loaded, and is compiled in. */
	private static final int JAVA_OF_JOOQ = 21;

	/** By their number. */
	private final Map<Integer, List<Class<?>>> models = new HashMap<>();

	private List<Class<?>> models(int size) throws Exception {
		List<Class<?>> known = this.models.get(size);
		if (known == null) {
			known = ModelCompiler.compile(size);
			this.models.put(size, known);
		}
		return known;
	}

	/** Who registers models. */
	Arena registration(int size) throws Exception {
		List<Class<?>> types = models(size);
		return new Arena("register %d models", size, null,
				List.of(new RegistryRegistration(types), new HibernateRegistration(types)));
	}

	/** Who creates tables. */
	Arena creation(int size, Place place) throws Exception {
		List<Class<?>> types = models(size);
		return new Arena("create %d tables", size, place,
				List.of(new RegistryCreation(place, types), new HibernateCreation(place, types)));
	}

	/** Who migrates schemas, from each beginning, and who compares them. */
	List<Arena> migrations(Tenants tenants, int size, Place place, String where) {
		List<Arena> arenas = new ArrayList<>();
		for (Tenants.Start start : Tenants.Start.values()) {
			arenas.add(new Arena(start.work() + where, size, place,
					List.of(new RegistryMigration(tenants, start), new LiquibaseMigration(tenants, start))));
		}
		arenas.add(new Arena("compare %d schemas" + where, size, place, List.of(new RegistryDrift(tenants))));
		return arenas;
	}

	/** Who reads tables and compares them with what they shall be. */
	Arena reflection(int size, Place place) throws Exception {
		RegistryCreation creation = new RegistryCreation(place, models(size));
		creation.prepare();
		creation.run();
		creation.close();
		ReflectedPlace reflected = new ReflectedPlace(place);
		List<Contender> contenders = new ArrayList<>();
		contenders.add(new RegistryReflection(reflected));
		contenders.add(new LiquibaseReflection(reflected));
		if (Runtime.version().feature() >= JAVA_OF_JOOQ) {
			Constructor<?> constructor = Class.forName(JOOQ).getDeclaredConstructor(ReflectedPlace.class);
			contenders.add((Contender) constructor.newInstance(reflected));
		}
		return new Arena("reflect and diff %d tables", size, place, contenders);
	}

}
