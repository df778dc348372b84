package io.dbregistry.database;

/**
 * One holder's claim on the database behind a gate.
 */
final class GateLease implements Lease {

	private final OpenGate gate;

	private final String holder;

	GateLease(OpenGate gate, String holder) {
		this.gate = gate;
		this.holder = holder;
	}

	@Override
	public String holder() {
		return this.holder;
	}

	@Override
	public boolean release() {
		return this.gate.release(this);
	}

	@Override
	public String toString() {
		return "Lease['%s' holds '%s']".formatted(this.holder, this.gate.name());
	}

}
