package io.dbregistry.boot.autoconfigure.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Visit {

	@Id
	private int id;

	protected Visit() {
	}

	public Visit(int id) {
		this.id = id;
	}

	public int getId() {
		return this.id;
	}

}
