package io.dbregistry.testsupport;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;

/**
 * Fails each test that leaves a connection to one of its databases open. On by default
 * for every test of every module.
 * <ol>
 * <li>A database created in a test, its {@code @BeforeEach} or an instance field belongs
 * to that test; one created in {@code @BeforeAll} or a static field belongs to the
 * class.</li>
 * <li>After everything else that JUnit does at the end of the test or class, its
 * databases are closed.</li>
 * <li>A database that has connections when it is closed is a leak, and fails its
 * owner.</li>
 * </ol>
 */
public final class ConnectionLeakCheck
		implements BeforeAllCallback, BeforeEachCallback, TestInstancePreConstructCallback {

	private static final Namespace NAMESPACE = Namespace.create(ConnectionLeakCheck.class);

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext context) {
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public void beforeAll(ExtensionContext context) throws ClassNotFoundException {
		openScope(context);
		// static fields belong to the class, not to the test that touches it first
		Class<?> type = context.getRequiredTestClass();
		Class.forName(type.getName(), true, type.getClassLoader());
	}

	@Override
	public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
		openScope(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		openScope(context);
	}

	private void openScope(ExtensionContext context) {
		// JUnit closes what is in a store with the context that it belongs to, last of
		// all
		Store store = context.getStore(NAMESPACE);
		store.computeIfAbsent(context.getUniqueId(), (id) -> LeakScope.open(context.getDisplayName()), LeakScope.class);
	}

}
