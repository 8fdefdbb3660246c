package io.ephemeral.sample.checklist;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTests {

	private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private final Random random = new Random(20261129);

	private final Mask mask = new Mask();

	@Test
	void textWhenIdsRepeatThenMasksAreTheSame() {
		assertThat(this.mask.text("ou_8d2f0c7b5a and ou_11aa22bb33 in oc_5f00aa, again ou_8d2f0c7b5a"))
			.isEqualTo("ou_1 and ou_2 in oc_1, again ou_1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					https://open.feishu.cn/app/cli_a5fb0ae6a4d1/auth?q=im:chat,im:chat:read | https://open.feishu.cn/app/cli_1/auth?…
					wss://msg-frontier.feishu.cn/ws/v2?device_id=1&access_key=abc           | wss://msg-frontier.feishu.cn/ws/v2?…
					write to ada.l+test@mail.example.com                                    | write to email_1
					Authorization: Bearer t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234        | Authorization: Bearer ***
					token c-295ee57216a5dc9de90fefd0aadb4b1d7d                              | token c-1
					(log id 202601051200000A1B2C3D4E5F6071)                                 | (log id id_1)
					image img_v3_02ab_6f1e5f0e                                              | image img_1
					id 0b5f6d1c-7f5d-4a6e-9d0a-1c2b3d4e5f60                                 | id id_1
					""")
	void textWhenItHasSomethingPrivateThenItIsMasked(String text, String masked) {
		assertThat(this.mask.text(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "`im:message.group_at_msg:readonly` is granted", "interactive_container, select_img",
			"The platform refuses it with HTTP status 400 and code 99991672", "ou_1 and c-1", "@_user_1 hello",
			"NotAuthorizedException: ephemeral.send was refused" })
	void textWhenItHasNothingPrivateThenItStays(String text) {
		assertThat(this.mask.text(text)).isEqualTo(text);
	}

	@Test
	void jsonWhenPersonIsNamedThenNameIsMaskedAndComponentKeepsItsName() {
		JsonNode json = JsonMapper.shared().readTree("""
				{ "header": { "event_id": "f7984f25108f8137", "token": "v-token", "create_time": "1603977298000" },
				  "name": "Ada", "content": "{\\"text\\":\\"hello\\"}", "user_id": "867",
				  "action": { "tag": "button", "name": "send", "value": { "action": "checklist" } } }""");

		assertThat(this.mask.json(json))
			.hasToString("{\"header\":{\"event_id\":\"event_1\",\"token\":\"***\",\"create_time\":\"0000000000000\"},"
					+ "\"name\":\"name_1\",\"content\":\"text_1\",\"user_id\":\"user_1\","
					+ "\"action\":{\"tag\":\"button\",\"name\":\"send\",\"value\":{\"action\":\"checklist\"}}}");
	}

	@Test
	void textWhenSecretIsAnywhereThenItNeverPasses() {
		for (int i = 0; i < 2000; i++) {
			String secret = characters(8 + this.random.nextInt(40));
			this.mask.hide(secret);

			assertThat(this.mask.text(noise() + secret + noise())).doesNotContain(secret);
		}
	}

	@Test
	void jsonWhenValueIsPrivateThenItNeverPasses() {
		for (int i = 0; i < 2000; i++) {
			String secret = Stream.of("ou_", "on_", "oc_", "om_", "omt_", "cli_", "c-", "t-", "u-", "a-")
				.skip(this.random.nextInt(10))
				.findFirst()
				.orElseThrow() + characters(12 + this.random.nextInt(30));
			ObjectNode json = JsonNodeFactory.instance.objectNode();
			json.put(characters(5), secret).putObject(characters(5)).putArray("list").add("see " + secret + ".");

			assertThat(this.mask.json(json).toString()).doesNotContain(secret);
		}
	}

	private String noise() {
		return Stream.of("", " ", "\"", "https://example.com/?q=", "ou_", "t-", "ä", "x1")
			.skip(this.random.nextInt(8))
			.findFirst()
			.orElseThrow();
	}

	private String characters(int length) {
		return this.random.ints(length, 0, CHARACTERS.length())
			.mapToObj((index) -> String.valueOf(CHARACTERS.charAt(index)))
			.collect(Collectors.joining());
	}

}
