package io.dbregistry.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when {@code registry.database.url} is there. Does not read it: it may refer to
 * something that is unknown when an application is processed ahead of time.
 */
final class OnPrimaryUrlCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Primary database");
		return context.getEnvironment().containsProperty(SettingsReader.PRIMARY_URL)
				? ConditionOutcome.match(message.found("property").items(SettingsReader.PRIMARY_URL))
				: ConditionOutcome.noMatch(message.didNotFind("property").items(SettingsReader.PRIMARY_URL));
	}

}
