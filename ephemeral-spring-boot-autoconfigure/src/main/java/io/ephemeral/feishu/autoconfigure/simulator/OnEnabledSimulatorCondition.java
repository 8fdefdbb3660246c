package io.ephemeral.feishu.autoconfigure.simulator;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition of {@link ConditionalOnEnabledSimulator}.
 */
final class OnEnabledSimulatorCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Feishu simulator");
		Boolean enabled = context.getEnvironment().getProperty("feishu.simulator.enabled", Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("feishu.simulator.enabled is " + enabled));
		}
		return RealApp.signIn(context.getEnvironment())
			.map((sign) -> ConditionOutcome.noMatch(message.found("property of a real app").items(sign)))
			.orElseGet(() -> ConditionOutcome.match(message.because("no property names a real app")));
	}

}
