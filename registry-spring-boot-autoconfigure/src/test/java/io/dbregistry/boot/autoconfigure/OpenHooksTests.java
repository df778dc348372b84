package io.dbregistry.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.database.OpenHook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;

class OpenHooksTests {

	@Test
	void findsThoseOfOneDatabaseAndMakesNoFactories() {
		AtomicInteger made = new AtomicInteger();
		OpenHook hook = (dataSource) -> {
		};
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition("any", new RootBeanDefinition(AnyFactory.class, () -> {
			made.incrementAndGet();
			return new AnyFactory<>();
		}));
		beanFactory.registerBeanDefinition("ours", qualified("analytics", hook));
		beanFactory.registerBeanDefinition("theirs", qualified("legacy", (dataSource) -> {
		}));
		assertThat(OpenHooks.of("analytics", beanFactory)).containsExactly(hook);
		assertThat(made).hasValue(0);
	}

	private static RootBeanDefinition qualified(String database, OpenHook hook) {
		RootBeanDefinition definition = new RootBeanDefinition(OpenHook.class, () -> hook);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, database));
		return definition;
	}

	/** Has to be made before it can be asked what it makes. */
	static class AnyFactory<T> implements FactoryBean<T> {

		@Override
		public @Nullable T getObject() {
			return null;
		}

		@Override
		public @Nullable Class<?> getObjectType() {
			return null;
		}

	}

}
