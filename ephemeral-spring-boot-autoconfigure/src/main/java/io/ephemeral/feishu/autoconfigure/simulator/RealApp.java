package io.ephemeral.feishu.autoconfigure.simulator;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ephemeral.feishu.autoconfigure.Credential;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackProperties;
import io.ephemeral.feishu.autoconfigure.jdbc.FeishuJdbcProperties;
import io.ephemeral.feishu.autoconfigure.redis.FeishuRedisProperties;
import io.ephemeral.feishu.autoconfigure.registration.FeishuRegistrationProperties;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * Search for properties that mean a real app of the platform. The simulator must not
 * replace a real app only because one of its properties is missing or misspelled.
 */
final class RealApp {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("feishu");

	/** Properties that have a value only for a real app. */
	private static final List<String> SIGNS = List.of("feishu.app-id", "feishu.app-secret", "feishu.base-url",
			"feishu.region", "feishu.app-type", "feishu.callback.encrypt-key", "feishu.callback.verification-token");

	private static final Set<String> KNOWN = Stream
		.of(Stream.of(uniform("feishu.enabled")), names("feishu", FeishuProperties.class),
				names("feishu.callback", FeishuCallbackProperties.class),
				names("feishu.jdbc", FeishuJdbcProperties.class),
				names("feishu.long-connection", FeishuLongConnectionProperties.class),
				names("feishu.redis", FeishuRedisProperties.class),
				names("feishu.registration", FeishuRegistrationProperties.class))
		.flatMap((names) -> names)
		.collect(Collectors.toUnmodifiableSet());

	private RealApp() {
	}

	/**
	 * Finds a property that means a real app.
	 * @param environment properties of the application
	 * @return name of the first such property; empty if there is none
	 */
	static Optional<String> signIn(Environment environment) {
		Binder binder = Binder.get(environment);
		return Stream
			.concat(SIGNS.stream()
				.filter((name) -> Credential.of(binder.bind(name, String.class).orElse(null)) == Credential.USABLE),
					unknownBelowPrefix(environment))
			.findFirst();
	}

	/**
	 * Refuses a property that means a real app. The condition has done so already, unless
	 * it was evaluated by the build that has processed the application.
	 * @throws IllegalStateException if there is such a property
	 */
	static void refuseIn(Environment environment) {
		if (environment.getProperty("feishu.simulator.enabled", Boolean.class, false)) {
			return;
		}
		signIn(environment).ifPresent((name) -> {
			throw new IllegalStateException("'" + name
					+ "' names a real app, but the build of this application has chosen the simulator, because the property was not"
					+ " set then. Build it with feishu.simulator.enabled=false, or without ephemeral-feishu-simulator");
		});
	}

	/** Finds names that no property has; they are probably misspelled. */
	private static Stream<String> unknownBelowPrefix(Environment environment) {
		return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.flatMap((source) -> ((IterableConfigurationPropertySource) source).stream())
			.filter(PREFIX::isAncestorOf)
			.map(ConfigurationPropertyName::toString)
			.filter((name) -> !KNOWN.contains(uniform(name)));
	}

	private static Stream<String> names(String prefix, Class<?> properties) {
		return Stream.of(Objects.requireNonNull(properties.getRecordComponents()))
			.flatMap((component) -> names(prefix, component));
	}

	private static Stream<String> names(String prefix, RecordComponent component) {
		String name = prefix + "." + component.getName();
		return component.getType().isRecord() ? names(name, component.getType()) : Stream.of(uniform(name));
	}

	/**
	 * Returns the name without the differences between a file and an environment
	 * variable.
	 */
	private static String uniform(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

}
