package io.ephemeral.feishu.client;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of the platform's documentation, row by row.
 */
class ErrorCodesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					ephemeral.delete | GONE                 | 18051
					ephemeral.send   | CHAT_UNSUPPORTED     | 18053 11228
					ephemeral.send   | CARD_REFUSED         | 18054 11246 19036
					ephemeral.send   | INVALID_REQUEST      | 10003 10001 9499
					ephemeral.send   | BOT_NOT_IN_CHAT      | 10002 10030 11201
					ephemeral.send   | VIEWER_NOT_REACHABLE | 11206 10004 11101 11105 99992351 99992360 99992361 11225 11236 18120
					ephemeral.send   | CHAT_NOT_FOUND       | 10029 11100 11213 11215 11231 99992355 99992356
					ephemeral.send   | GONE                 | 11237 232009 11242
					ephemeral.send   | APP_UNAVAILABLE      | 11205 11240 11207 11210 10014 99991662 99991673
					ephemeral.send   | NOT_AUTHORIZED       | 11223
					ephemeral.send   | CONTENT_REFUSED      | 11248 11312 230022 230028
					ephemeral.send   | RATE_LIMITED         | 11232 11233 11247 230020 99991400 1000004 1000005
					ephemeral.send   | INTERNAL             | 2200 1500 1663 1668 5000 10101 10500 55001
					ephemeral.send   | BUSY                 | 18121
					""")
	void ephemeralCodesWhenLookedUpThenAreClassified(String operation, ErrorCategory category, String codes) {
		assertAll(operation, category, codes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			auth.tenant_access_token | TOKEN           | 99991661 99991663 99991664 99991665 99991671 20013 20014
			auth.tenant_access_token | NOT_AUTHORIZED  | 99991668 99991672 99991676 99991677 99991679 99991401
			auth.tenant_access_token | APP_UNAVAILABLE | 99991673 99991662 10014
			auth.tenant_access_token | CREDENTIALS     | 99991543 10003 10005 10012 10013 10015 10016
			auth.tenant_access_token | QUOTA_EXHAUSTED | 99991403
			""")
	void tokenCodesWhenLookedUpThenAreClassified(String operation, ErrorCategory category, String codes) {
		assertAll(operation, category, codes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			message.send   | INVALID_REQUEST      | 230001 230034 230055
			message.send   | BOT_NOT_IN_CHAT      | 230002 230018 230035
			message.send   | APP_UNAVAILABLE      | 230006 230036
			message.send   | VIEWER_NOT_REACHABLE | 230013 230029 230053
			message.send   | CHAT_UNSUPPORTED     | 230015 230038 230054 230075
			message.send   | NOT_AUTHORIZED       | 230017 230027
			message.send   | GONE                 | 230019 232009
			message.send   | RATE_LIMITED         | 230020
			message.send   | CONTENT_REFUSED      | 230022 230028
			message.send   | CARD_REFUSED         | 230025 230099
			message.send   | BUSY                 | 230049
			message.reply  | GONE                 | 230011 230072 230111
			message.reply  | NOT_AUTHORIZED       | 230050
			message.reply  | CHAT_UNSUPPORTED     | 230071
			message.update | GONE                 | 230011 230031 230110
			message.recall | GONE                 | 230009 230110
			message.recall | NOT_AUTHORIZED       | 230026 230050
			""")
	void messageCodesWhenLookedUpThenAreClassified(String operation, ErrorCategory category, String codes) {
		assertAll(operation, category, codes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			card.update | CARD_REFUSED    | 11311 10002 100000 100030 200320 300090
			card.update | GONE            | 200000 300030 300040
			card.update | NOT_AUTHORIZED  | 200310
			card.update | INVALID_REQUEST | 300020
			""")
	void updateCodesWhenLookedUpThenMeanSomethingElseThanInGeneral(String operation, ErrorCategory category,
			String codes) {
		assertAll(operation, category, codes);
	}

	@ParameterizedTest
	@CsvSource({ "ephemeral.send, 4711", "GET /open-apis/im/v1/chats, 1", "card.update, 123456789" })
	void codeWhenNotKnownThenIsUnknown(String operation, int code) {
		assertThat(ErrorCodes.of(operation, code)).isEqualTo(new ErrorCode(ErrorCategory.UNKNOWN, null));
	}

	private static void assertAll(String operation, ErrorCategory category, String codes) {
		assertThat(Pattern.compile(" ").splitAsStream(codes).map(Integer::valueOf)).isNotEmpty()
			.allSatisfy((code) -> assertThat(ErrorCodes.of(operation, code).category()).isEqualTo(category));
	}

}
