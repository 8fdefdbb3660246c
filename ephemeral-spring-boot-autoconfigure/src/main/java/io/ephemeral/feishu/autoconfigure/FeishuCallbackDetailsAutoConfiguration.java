package io.ephemeral.feishu.autoconfigure;

import java.util.List;

import io.ephemeral.feishu.callback.CallbackKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of {@link FeishuCallbackDetails} from properties. It is separate
 * from {@link FeishuCallbackAutoConfiguration}, so that its bean exists when that one
 * checks its conditions.
 */
@AutoConfiguration(after = FeishuSimulatorAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@EnableConfigurationProperties(FeishuCallbackProperties.class)
public final class FeishuCallbackDetailsAutoConfiguration {

	private static final String PATH = "feishu.callback.path";

	private static final String ENCRYPT_KEY = "feishu.callback.encrypt-key";

	private static final String VERIFICATION_TOKEN = "feishu.callback.verification-token";

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnCallbackPropertyCondition.class)
	FeishuCallbackDetails feishuCallbackDetails(FeishuCallbackProperties properties) {
		String path = require(PATH, properties.path());
		if (!path.startsWith("/")) {
			throw new InvalidConfigurationPropertyValueException(PATH, path,
					"Expected a path that begins with a slash, such as /feishu/callback");
		}
		return new PropertiesFeishuCallbackDetails(path, new CallbackKeys(require(ENCRYPT_KEY, properties.encryptKey()),
				require(VERIFICATION_TOKEN, properties.verificationToken())));
	}

	private static String require(String property, @Nullable String value) {
		if (!StringUtils.hasText(value)) {
			throw new MissingCallbackPropertyException(property);
		}
		return value;
	}

	private record PropertiesFeishuCallbackDetails(String getPath,
			CallbackKeys getKeys) implements FeishuCallbackDetails {
	}

	static final class OnCallbackPropertyCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("Feishu callbacks");
			for (String property : List.of(PATH, ENCRYPT_KEY, VERIFICATION_TOKEN)) {
				if (StringUtils.hasText(context.getEnvironment().getProperty(property))) {
					return ConditionOutcome.match(message.found("property").items(property));
				}
			}
			return ConditionOutcome.noMatch(message.because("neither a path nor a key is set"));
		}

	}

}
