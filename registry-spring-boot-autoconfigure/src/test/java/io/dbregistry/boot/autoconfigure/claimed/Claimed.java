package io.dbregistry.boot.autoconfigure.claimed;

import io.dbregistry.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Model
@Entity
public class Claimed {

	@Id
	private int id;

	public int getId() {
		return this.id;
	}

	public void setId(int id) {
		this.id = id;
	}

}
