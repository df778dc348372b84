package io.dbregistry.boot.health;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.dbregistry.database.DatabaseStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of one database in one round of questions.
 */
final class DatabaseHealthIndicator implements HealthIndicator {

	private final DatabaseProbe probe;

	private final HealthRound round;

	DatabaseHealthIndicator(DatabaseProbe probe, HealthRound round) {
		this.probe = probe;
		this.round = round;
	}

	@Override
	public Health health() {
		Duration left = this.round.begin();
		DatabaseStatus status = this.probe.database().status();
		Health.Builder health = new Health.Builder().withDetails(details(status));
		DatabaseStatus.Outage outage = status.outage();
		if (outage != null) {
			return silent(health).withDetail("since", outage.since())
				.withDetail("reason", reason(outage.cause()))
				.build();
		}
		if (status.state() != DatabaseStatus.State.OPEN) {
			return health.unknown().withDetail("reason", "not open").build();
		}
		return answer(health, left).build();
	}

	private Health.Builder answer(Health.Builder health, Duration left) {
		try {
			this.round.answer(this.probe).get(left.toNanos(), TimeUnit.NANOSECONDS);
			return health.up().withDetails(this.probe.migrations());
		}
		catch (TimeoutException ex) {
			return silent(health).withDetail("reason",
					"no answer within %d ms".formatted(this.round.timeout().toMillis()));
		}
		catch (ExecutionException ex) {
			return silent(health).withDetail("reason", reason(ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return health.unknown().withDetail("reason", "interrupted");
		}
	}

	private Health.Builder silent(Health.Builder health) {
		return health.status(this.probe.database().required() ? Status.DOWN : Status.UNKNOWN);
	}

	private Map<String, Object> details(DatabaseStatus status) {
		Map<String, Object> details = new LinkedHashMap<>();
		DatabaseStatus.Server server = status.server();
		if (server != null) {
			details.put("product", server.product());
			details.put("version", server.version());
			if (server.schema() != null) {
				details.put("schema", server.schema());
			}
		}
		details.put("required", this.probe.database().required());
		details.put("holders", status.holders());
		DatabaseStatus.Pool pool = status.pool();
		if (pool != null) {
			Map<String, Object> use = new LinkedHashMap<>();
			use.put("active", pool.active());
			use.put("idle", pool.idle());
			use.put("waiting", pool.waiting());
			use.put("maximum", pool.maximum());
			details.put("pool", use);
		}
		return details;
	}

	/**
	 * Not the message of the driver: it may name the server, the user and the database.
	 */
	private static String reason(Throwable failure) {
		@Nullable SQLException last = null;
		Throwable root = failure;
		for (Throwable link = failure; link != null; link = link.getCause()) {
			root = link;
			last = (link instanceof SQLException ex && ex.getSQLState() != null) ? ex : last;
		}
		if (last == null) {
			return root.getClass().getSimpleName();
		}
		String state = String.valueOf(last.getSQLState());
		String kind = state.startsWith("08") ? "no connection"
				: state.startsWith("28") ? "login refused" : root.getClass().getSimpleName();
		return "%s (SQL state %s)".formatted(kind, state);
	}

}
