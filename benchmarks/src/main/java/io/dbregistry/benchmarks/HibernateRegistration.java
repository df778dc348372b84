package io.dbregistry.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.H2Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A session factory over the models, without a database.
 */
final class HibernateRegistration implements Contender {

	private final List<Class<?>> types;

	private @Nullable SessionFactory factory;

	HibernateRegistration(List<Class<?>> types) {
		this.types = types;
	}

	@Override
	public Product product() {
		return HibernateModels.product();
	}

	@Override
	public void prepare() {
		close();
		this.factory = null;
	}

	@Override
	public long run() {
		HibernateModels models = HibernateModels.read(this.types,
				Map.of(JdbcSettings.DIALECT, H2Dialect.class.getName(), JdbcSettings.ALLOW_METADATA_ON_BOOT, false));
		this.factory = models.metadata().buildSessionFactory();
		return this.factory.getMetamodel().getEntities().size();
	}

	@Override
	public Object result() {
		return Objects.requireNonNull(this.factory);
	}

	@Override
	public void close() {
		if (this.factory != null) {
			this.factory.close();
		}
	}

}
