package io.ephemeral.feishu.autoconfigure.callback;

import io.ephemeral.feishu.autoconfigure.FeishuCallbackDetails;
import io.ephemeral.feishu.callback.CallbackKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of {@link FeishuCallbackDetails} from properties. It is separate
 * from {@link FeishuCallbackAutoConfiguration}, so that its bean exists when that one
 * checks its conditions.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@ConditionalOnCallbackProperty
@EnableConfigurationProperties(FeishuCallbackProperties.class)
public final class FeishuCallbackDetailsAutoConfiguration {

	static final String PATH = "feishu.callback.path";

	static final String ENCRYPT_KEY = "feishu.callback.encrypt-key";

	static final String VERIFICATION_TOKEN = "feishu.callback.verification-token";

	@Bean
	@ConditionalOnMissingBean
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

}
