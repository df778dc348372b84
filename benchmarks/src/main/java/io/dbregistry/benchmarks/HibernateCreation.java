package io.dbregistry.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.Action;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's schema export, which is {@code hibernate.hbm2ddl.auto=create-only}.
 */
final class HibernateCreation implements Contender {

	private final Place place;

	private final List<Class<?>> types;

	private @Nullable HibernateModels models;

	HibernateCreation(Place place, List<Class<?>> types) {
		this.place = place;
		this.types = types;
	}

	@Override
	public Product product() {
		return HibernateModels.product();
	}

	@Override
	public void prepare() throws Exception {
		close();
		this.models = HibernateModels.read(this.types,
				Map.of(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, this.place.fresh()));
	}

	@Override
	public long run() {
		HibernateModels prepared = Objects.requireNonNull(this.models);
		SchemaManagementToolCoordinator.process(prepared.metadata(), prepared.services(),
				Map.of(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, Action.CREATE_ONLY,
						SchemaToolingSettings.HBM2DDL_HALT_ON_ERROR, true),
				(delayed) -> {
				});
		return prepared.metadata().getEntityBindings().size();
	}

	@Override
	public void close() {
		if (this.models != null) {
			this.models.close();
		}
	}

}
