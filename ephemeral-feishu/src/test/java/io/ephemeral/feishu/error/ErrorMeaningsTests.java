package io.ephemeral.feishu.error;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Codes with several meanings, among which the platform's words choose.
 */
class ErrorMeaningsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			11310  | card table number over limit                    | too many tables
			11310  | Card  Tables exceed the limit                   | too many tables
			11310  | element exceeds the limit                       | more than 200 elements
			11310  | card element number over limit                  | more than 200 elements
			11310  | name(feedback) duplicate                        | must be unique
			11310  | name(table over limit) Duplicated               | names of interactive
			11310  | name is required                                | needs a name
			11310  | NAME(a)  IS  REQUIRED                           | needs a name
			11310  | template is not visible to app                  | allow the app to use the template
			11310  | card action is lock                             | repeat the call later
			11310  | Card Action Is Locked                           | repeat the call later
			11310  | card id invalid                                 | repeat the call once
			11310  | cardid is invalid                               | repeat the call once
			11310  | something new                                   | check the content of the card
			300301 | elementID format error. Only alphabets, numbers | begins with a letter
			300301 | ElementID duplicate: Code 1002: elementID format error | begins with a letter
			300301 | element_id a is duplicated                      | must be unique
			300301 | elementID not unique                            | must be unique
			300301 | Code 1004                                       | check the content of the card
			200621 | parse card json err                             | check the structure
			200621 | unknown property: elements                      | remove the property
			200861 | unsupported tag note                            | JSON 2.0 does not define
			""")
	void cardWhenCodeHasSeveralMeaningsThenWordsChooseTheHint(int code, String words, String hint) {
		FeishuApiException inner = error("message.send", 230099,
				"Failed to create card content, ext=ErrCode: " + code + "; ErrMsg: " + words + "; ");
		FeishuApiException outer = error("POST /open-apis/cardkit/v1/cards", code, words);
		FeishuApiException ephemeral = error("ephemeral.send", 11246, "fail ext=errcode:" + code + ";errmsg:" + words);

		assertThat(inner).isInstanceOf(CardRefusedException.class).hasMessageContaining(hint);
		assertThat(outer.hint()).contains(hint);
		assertThat(ephemeral.hint()).contains(hint);
	}

	@Test
	void cardWhenPathSaysTableThenThatIsNoReason() {
		FeishuApiException error = error("message.send", 230099, "ext=ErrCode: 11310; ErrPath: ROOT -> body -> "
				+ "elements -> [0](tag: table); ErrMsg: limit reached; ErrorValue: name duplicate; ");

		assertThat(error.hint()).isEqualTo("check the content of the card");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			textBlock = """
					ephemeral.send           | 10002  | bot is not in the chat                 | BOT_NOT_IN_CHAT  | add the bot to the group
					ephemeral.send           | 10002  | BOT is out of the chat                 | BOT_NOT_IN_CHAT  | add the bot to the group
					ephemeral.send           | 10002  | ok                                     | BOT_NOT_IN_CHAT  | add the bot to the group
					ephemeral.send           | 10002  | create or send message failed          | UNKNOWN          | none
					ephemeral.send           | 10002  | both ids are invalid                   | UNKNOWN          | none
					ephemeral.send           | 10002  | something new                          | UNKNOWN          | none
					card.update              | 10002  | card validation failed                 | CARD_REFUSED     | check the content of the card
					card.update              | 10002  | bot is not in chat                     | BOT_NOT_IN_CHAT  | add the bot to the group
					auth.tenant_access_token | 10014  | app id not exists                      | CREDENTIALS      | check feishu.app-id, feishu.app-secret and feishu.region
					auth.app_access_token    | 10014  | ''                                     | CREDENTIALS      | check feishu.app-id, feishu.app-secret and feishu.region
					auth.tenant_access_token | 10003  | invalid param                          | CREDENTIALS      | check feishu.app-id, feishu.app-secret and feishu.region
					ephemeral.send           | 10014  | app is disabled                        | APP_UNAVAILABLE  | enable the app in the developer console and install it in this tenant
					ephemeral.send           | 10014  | App_ID  not exists                     | CREDENTIALS      | check feishu.app-id, feishu.app-secret and feishu.region
					ephemeral.send           | 10003  | invalid param                          | INVALID_REQUEST  | none
					message.send             | 230054 | this message type is not available in the group | CHAT_UNSUPPORTED | none
					message.update           | 230054 | This operation is not supported for this message type | INVALID_REQUEST | messages of this type do not support the operation
					message.update           | 230001 | ext=invalid message_id                 | INVALID_REQUEST  | check the message id; the id of an ephemeral card is not valid here
					message.reply            | 230001 | ext=Invalid ids: [om_1]                | INVALID_REQUEST  | check the message id; the id of an ephemeral card is not valid here
					ephemeral.delete         | 230001 | the Message-ID is invalid              | INVALID_REQUEST  | check the message id; the id of an ephemeral card is not valid here
					message.send             | 230001 | ext=invalid receive_id                 | INVALID_REQUEST  | none
					message.recall           | 99992354 | not a valid {open_message_id}        | INVALID_REQUEST  | check the message id
					ephemeral.delete         | 99992354 | not a valid {open_message_id}        | INVALID_REQUEST  | check the message id
					""")
	void codeWhenItHasSeveralMeaningsThenWordsAndOperationChoose(String operation, int code, String words,
			ErrorCategory category, @Nullable String hint) {
		FeishuApiException error = error(operation, code, words);

		assertThat(error.category()).isEqualTo(category);
		assertThat(error.hint()).isEqualTo(hint);
	}

	@Test
	void appWhenDisabledThenCredentialsAreNamedAsWell() {
		FeishuApiException error = error("auth.tenant_access_token", 10014, "app is disabled");

		assertThat(error.category()).isEqualTo(ErrorCategory.CREDENTIALS);
		assertThat(error).hasMessageContainingAll("feishu.app-id", "feishu.region", "must be enabled");
	}

	@Test
	void appWhenOfTheOtherPlatformThenRegionIsNamed() {
		FeishuApiException error = error("auth.tenant_access_token", 1000040351, "incorrect domain name");

		assertThat(error.category()).isEqualTo(ErrorCategory.CREDENTIALS);
		assertThat(error).hasMessageContainingAll("feishu.region", "feishu.base-url");
	}

	@Test
	void scopesWhenPlatformNamesThemThenHintDoesToo() {
		FeishuApiError named = new FeishuApiError("GET /open-apis/contact/v3/users", HttpStatus.BAD_REQUEST, 99991672,
				"Access denied", null, null, null, List.of("contact:user.id:readonly"), null, null);

		assertThat(named.hint())
			.isEqualTo("grant the app one of the scopes contact:user.id:readonly, and publish a version");
	}

	private static FeishuApiException error(String operation, int code, String words) {
		return FeishuApiException.of(FeishuApiErrors.read(operation, HttpStatus.BAD_REQUEST, new HttpHeaders(), code,
				JsonNodeFactory.instance.objectNode().put("msg", words)));
	}

}
