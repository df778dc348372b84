package io.dbregistry.query;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;

import io.dbregistry.model.ModelType;
import jakarta.persistence.metamodel.Attribute;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The names of attributes that are named by something else than a text.
 */
final class AttributeNames {

	/** The class of a method reference is made for the place where it is written. */
	private static final ClassValue<Reference> REFERENCES = new ClassValue<>() {

		@Override
		protected Reference computeValue(Class<?> type) {
			return new Reference();
		}

	};

	private AttributeNames() {
	}

	/**
	 * The name of an attribute of a static metamodel.
	 * @throws IllegalArgumentException if nobody has filled the metamodel
	 */
	static String of(ModelType<?> model, Attribute<?, ?> attribute) {
		Assert.notNull(attribute,
				() -> ("No attribute of model '%1$s' is given; the fields of '%1$s_' are empty unless "
						+ "a persistence provider fills them: use the constants with names, or method references")
					.formatted(model));
		return attribute.getName();
	}

	/**
	 * The name of the attribute that a method gets: an attribute named like the method,
	 * else what follows {@code get} or {@code is}.
	 * @throws IllegalArgumentException if the getter is no method reference
	 */
	static String of(ModelType<?> model, Getter<?> getter) {
		Assert.notNull(getter, () -> "No attribute of model '%s' is given; name one".formatted(model));
		String method = REFERENCES.get(getter.getClass()).method(model, getter);
		return model.findAttribute(method).isPresent() ? method : property(method);
	}

	private static String property(String method) {
		for (String prefix : new String[] { "get", "is" }) {
			if (method.length() > prefix.length() && method.startsWith(prefix)
					&& Character.isUpperCase(method.charAt(prefix.length()))) {
				return StringUtils.uncapitalizeAsProperty(method.substring(prefix.length()));
			}
		}
		return method;
	}

	/** The method that all method references of one class mean. */
	private static final class Reference {

		private volatile @Nullable String method;

		String method(ModelType<?> model, Getter<?> getter) {
			String known = this.method;
			if (known == null) {
				known = read(model, getter);
				this.method = known;
			}
			return known;
		}

		private static String read(ModelType<?> model, Getter<?> getter) {
			try (LambdaStream stream = new LambdaStream()) {
				stream.writeObject(getter);
				return stream.method(model, getter);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/**
	 * Catches what a method reference is serialized as, which needs no access to the
	 * class that it is written in.
	 */
	private static final class LambdaStream extends ObjectOutputStream {

		private @Nullable SerializedLambda lambda;

		LambdaStream() throws IOException {
			super(OutputStream.nullOutputStream());
			enableReplaceObject(true);
		}

		@Override
		protected @Nullable Object replaceObject(Object object) {
			if (object instanceof SerializedLambda found) {
				this.lambda = found;
			}
			return null;
		}

		String method(ModelType<?> model, Getter<?> getter) {
			SerializedLambda found = this.lambda;
			if (found == null || found.getCapturedArgCount() > 0
					|| found.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic) {
				throw new IllegalArgumentException(
						"'%s' names no attribute of model '%s'; use a reference to the method that gets it, or a name"
							.formatted(describe(found, getter), model));
			}
			return found.getImplMethodName();
		}

		private static String describe(@Nullable SerializedLambda found, Getter<?> getter) {
			return (found != null) ? found.getImplClass().substring(found.getImplClass().lastIndexOf('/') + 1) + "::"
					+ found.getImplMethodName() : getter.getClass().getName();
		}

	}

}
