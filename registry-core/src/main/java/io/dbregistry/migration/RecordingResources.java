package io.dbregistry.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;

import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ResourceLoader;

/**
 * Finds what Liquibase asks for as it does in Spring, and notes the names of all of it.
 */
final class RecordingResources extends SpringResourceAccessor {

	private final ChangelogInputs inputs;

	RecordingResources(ResourceLoader resources, ChangelogInputs inputs) {
		super(resources);
		this.inputs = inputs;
	}

	@Override
	@SuppressWarnings("NullAway") // Liquibase says null for none
	public @Nullable List<Resource> getAll(String path) throws IOException {
		this.inputs.addFile(path);
		return recorded(super.getAll(path));
	}

	@Override
	@SuppressWarnings("NullAway")
	public @Nullable List<Resource> search(String path, boolean recursive) throws IOException {
		this.inputs.addFolder(path, recursive);
		return recorded(super.search(path, recursive));
	}

	private @Nullable List<Resource> recorded(@Nullable List<Resource> found) {
		return (found != null)
				? found.stream().<Resource>map((resource) -> new Recorded(resource, this.inputs)).toList() : null;
	}

	/**
	 * A file whose neighbours are noted too: Liquibase finds them without asking again.
	 */
	private record Recorded(Resource resource, ChangelogInputs inputs) implements Resource {

		@Override
		public String getPath() {
			return this.resource.getPath();
		}

		@Override
		public InputStream openInputStream() throws IOException {
			return this.resource.openInputStream();
		}

		@Override
		public boolean isWritable() {
			return this.resource.isWritable();
		}

		@Override
		public boolean exists() {
			return this.resource.exists();
		}

		@Override
		public Resource resolve(String other) {
			return noted(this.resource.resolve(other));
		}

		@Override
		public Resource resolveSibling(String other) {
			return noted(this.resource.resolveSibling(other));
		}

		private Resource noted(Resource other) {
			this.inputs.addFile(other.getPath());
			return new Recorded(other, this.inputs);
		}

		@Override
		public OutputStream openOutputStream(OpenOptions options) throws IOException {
			return this.resource.openOutputStream(options);
		}

		@Override
		public URI getUri() {
			return this.resource.getUri();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Resource that && getUri().equals(that.getUri());
		}

		@Override
		public int hashCode() {
			return getUri().hashCode();
		}

		@Override
		public String toString() {
			return getPath();
		}

	}

}
