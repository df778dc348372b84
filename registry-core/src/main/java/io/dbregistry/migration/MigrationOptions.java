package io.dbregistry.migration;

import java.nio.file.Path;

import io.dbregistry.schema.Reflection;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are planned and written. Not safe for use by several threads.
 */
public final class MigrationOptions {

	/** Where changelogs and states are kept unless something else is said. */
	public static final String FOLDER = "src/main/resources";

	private Path resources = Path.of(FOLDER);

	private boolean destroy;

	private boolean live;

	private boolean deep;

	private boolean tenants;

	private @Nullable String tenant;

	MigrationOptions() {
	}

	/**
	 * Where changelogs and states are kept.
	 * @param resources the folder that the class path begins in; unless set,
	 * {@value #FOLDER} of the working directory
	 * @return these options
	 */
	public MigrationOptions resources(Path resources) {
		this.resources = resources;
		return this;
	}

	/**
	 * Allows steps that destroy data: without it they are written as comments.
	 * @return these options
	 */
	public MigrationOptions allowDataLoss() {
		this.destroy = true;
		return this;
	}

	/**
	 * Compares the models with the tables that the database has now, and not with the
	 * committed state. Tables that no model has are left alone. What the state and the
	 * database differ in is among the hints of the plan.
	 * @return these options
	 */
	public MigrationOptions live() {
		this.live = true;
		return this;
	}

	/**
	 * Compares with the tables that the database has now, as {@link #live()} does, after
	 * the database said what it makes of the models' tables: for default values and
	 * conditions that it stores in words of its own. Those tables are made for a moment,
	 * as {@link Reflection#tryOut} says.
	 * @return these options
	 */
	public MigrationOptions deep() {
		this.deep = true;
		return live();
	}

	/**
	 * Plans for the tables that each tenant has, which have changelogs and a state of
	 * their own, without the name of a schema.
	 * @return these options
	 */
	public MigrationOptions tenants() {
		this.tenants = true;
		return this;
	}

	/**
	 * Plans for the tables that each tenant has, and says which tenant stands for all
	 * when the database is asked: for {@link #live()} and {@link Migrations#adopt}.
	 * @param schema the exact name of the schema of that tenant
	 * @return these options
	 */
	public MigrationOptions tenants(String schema) {
		this.tenant = schema;
		return tenants();
	}

	Path resources() {
		return this.resources;
	}

	boolean destroys() {
		return this.destroy;
	}

	boolean isLive() {
		return this.live;
	}

	boolean isDeep() {
		return this.deep;
	}

	boolean forTenants() {
		return this.tenants;
	}

	/** The schema of the tenant that stands for all. */
	String tenant() {
		if (this.tenant == null) {
			throw new IllegalArgumentException("No tenant stands for all others, and the database is to be asked; "
					+ "name the schema of one: options.tenants(\"…\")");
		}
		return this.tenant;
	}

}
