package io.ephemeral.feishu.autoconfigure.callback;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition of {@link ConditionalOnCallbackProperty}.
 */
final class OnCallbackPropertyCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Feishu callbacks");
		for (String property : List.of(FeishuCallbackDetailsAutoConfiguration.PATH,
				FeishuCallbackDetailsAutoConfiguration.ENCRYPT_KEY,
				FeishuCallbackDetailsAutoConfiguration.VERIFICATION_TOKEN)) {
			if (StringUtils.hasText(context.getEnvironment().getProperty(property))) {
				return ConditionOutcome.match(message.found("property").items(property));
			}
		}
		return ConditionOutcome.noMatch(message.because("neither a path nor a key is set"));
	}

}
