package io.dbregistry.boot.command;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;

/**
 * Tells nobody what happens to the context.
 */
final class NoEvents extends SimpleApplicationEventMulticaster {

	@Override
	public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType eventType) {
	}

}
