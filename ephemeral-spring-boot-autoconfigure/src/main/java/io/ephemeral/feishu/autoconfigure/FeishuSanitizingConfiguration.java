package io.ephemeral.feishu.autoconfigure;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration that hides the values of secret properties in the actuator, even if it
 * shows the values of other properties.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SanitizingFunction.class)
class FeishuSanitizingConfiguration {

	/** Names in lower case and without separators, so that all spellings match. */
	private static final Set<String> SECRETS = Set.of("feishuappsecret", "feishucallbackencryptkey",
			"feishucallbackverificationtoken", "feishucallbackformerappsecrets");

	@Bean
	@ConditionalOnMissingBean(name = "feishuSanitizingFunction")
	SanitizingFunction feishuSanitizingFunction() {
		return SanitizingFunction.sanitizeValue().ifKeyMatches(FeishuSanitizingConfiguration::isSecret);
	}

	private static boolean isSecret(String key) {
		return SECRETS.contains(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
	}

}
