package io.ephemeral.feishu.autoconfigure;

import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationMetadataTests {

	private static final Set<String> WITHOUT_DEFAULT = Set.of("feishu.callback.path", "feishu.callback.encrypt-key",
			"feishu.callback.verification-token", "feishu.callback.former-app-secrets", "feishu.card.default-locale",
			"feishu.app-id", "feishu.app-secret", "feishu.base-url", "feishu.http.ssl.bundle",
			"feishu.long-connection.ping-interval", "feishu.registration.base-url",
			"feishu.registration.credentials-file", "feishu.registration.scopes", "feishu.simulator.app-id",
			"feishu.simulator.app-secret", "feishu.simulator.enabled");

	private final JsonNode metadata = JsonMapper.shared()
		.readTree(getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"));

	@Test
	void everyPropertyHasDescriptionTypeAndDefault() {
		assertThat(this.metadata.get("properties")).isNotEmpty().allSatisfy((property) -> {
			String name = property.get("name").asString();
			assertThat(property.path("type").asString()).as(name).isNotBlank();
			assertThat(property.path("description").asString()).as(name).endsWith(".").doesNotStartWith("the ");
			assertThat(property.has("defaultValue")).as(name).isNotEqualTo(WITHOUT_DEFAULT.contains(name));
		});
	}

	@Test
	void everyHintBelongsToAProperty() {
		assertThat(this.metadata.get("hints")).isNotEmpty()
			.allSatisfy((hint) -> assertThat(this.metadata.get("properties"))
				.anyMatch((property) -> property.get("name").equals(hint.get("name"))));
	}

}
