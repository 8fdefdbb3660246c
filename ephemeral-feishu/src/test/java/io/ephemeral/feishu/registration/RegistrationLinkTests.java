package io.ephemeral.feishu.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RegistrationLinkTests {

	private static final String PAGE = "https://accounts.feishu.cn/page?user_code=A%2FB#top";

	private static final AppNeeds NEEDS = new AppNeeds(Set.of("im:message:send_as_bot", "im:chat:readonly"),
			Set.of("im.message.receive_v1"), Set.of("card.action.trigger"));

	@Test
	void linkWhenForNewAppThenHasTheFieldsOfTheSdk() {
		URI link = RegistrationLink.of(PAGE, RegistrationRequest.newApp("ephemeral", "{user}'s bot & more", NEEDS));

		MultiValueMap<String, String> query = query(link);
		assertThat(query.keySet()).containsExactlyInAnyOrder("user_code", "from", "source", "tp", "name", "createOnly",
				"addons");
		assertThat(query.toSingleValueMap()).containsEntry("user_code", "A%2FB")
			.containsEntry("from", "sdk")
			.containsEntry("tp", "sdk")
			.containsEntry("source", "ephemeral")
			.containsEntry("createOnly", "true");
		assertThat(UriUtils.decode(query.getFirst("name"), UTF_8)).isEqualTo("{user}'s bot & more");
		assertThat(link.getFragment()).isEqualTo("top");
	}

	@Test
	void linkWhenForUpdateThenNamesTheAppAndAllowsNoNewOne() {
		MultiValueMap<String, String> query = query(
				RegistrationLink.of(PAGE, RegistrationRequest.update("ephemeral", "cli_1", NEEDS)));

		assertThat(query.getFirst("clientID")).isEqualTo("cli_1");
		assertThat(query).doesNotContainKeys("createOnly", "name");
	}

	@Test
	void addonsWhenDecodedThenHaveDocumentedFieldsOnly() throws IOException {
		String addons = query(RegistrationLink.of(PAGE, RegistrationRequest.newApp("ephemeral", "Bot", NEEDS)))
			.getFirst("addons");

		assertThat(addons).matches("[A-Za-z0-9_-]+");
		byte[] json = new GZIPInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(addons)))
			.readAllBytes();
		assertThat(JsonMapper.shared().readTree(json)).isEqualTo(JsonMapper.shared().readTree("""
				{"preset": false,
				 "scopes": {"tenant": ["im:chat:readonly", "im:message:send_as_bot"], "user": []},
				 "events": {"items": {"tenant": ["im.message.receive_v1"], "user": []}},
				 "callbacks": {"items": ["card.action.trigger"]}}"""));
	}

	private static MultiValueMap<String, String> query(URI link) {
		return UriComponentsBuilder.fromUri(link).build().getQueryParams();
	}

}
