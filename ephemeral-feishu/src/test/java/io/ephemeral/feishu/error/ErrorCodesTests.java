package io.ephemeral.feishu.error;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of the platform's documentation, row by row.
 */
class ErrorCodesTests {

	private static final String FILE = "/io/ephemeral/feishu/client/error-codes.csv";

	@ParameterizedTest
	@CsvFileSource(resources = FILE, numLinesToSkip = 1)
	void codeWhenDocumentedThenIsClassified(String operation, int code, ErrorCategory category, RetryClass retryClass,
			String meaning) {
		ErrorCode known = ErrorCodes.of(operation, code, "");

		assertThat(known.category()).as(meaning).isEqualTo(category);
		assertThat(known.category().retryClass()).as(meaning).isEqualTo(retryClass);
		assertThat(known.source()).isNotBlank();
	}

	@Test
	void codesWhenClassifiedThenAreDocumented() throws IOException {
		Set<String> documented = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.skip(1)
			.map((line) -> line.split(",", -1)[1])
			.collect(Collectors.toSet());

		assertThat(ErrorCodes.tables().values()).flatExtracting((table) -> table.codes().keySet())
			.extracting(String::valueOf)
			.isSubsetOf(documented);
	}

	@Test
	void codesWhenCallerCanActThenHaveHint() {
		Set<ErrorCategory> actionable = Set.of(ErrorCategory.RATE_LIMITED, ErrorCategory.TOKEN,
				ErrorCategory.CREDENTIALS, ErrorCategory.NOT_AUTHORIZED, ErrorCategory.APP_UNAVAILABLE,
				ErrorCategory.BOT_NOT_IN_CHAT, ErrorCategory.VIEWER_NOT_REACHABLE, ErrorCategory.CARD_REFUSED,
				ErrorCategory.QUOTA_EXHAUSTED);

		assertThat(ErrorCodes.tables().values()).flatExtracting((table) -> table.codes().entrySet())
			.filteredOn((row) -> actionable.contains(row.getValue().category()))
			.extracting(Map.Entry::getValue)
			.allSatisfy((known) -> assertThat(known.hint()).isNotBlank());
	}

	@ParameterizedTest
	@CsvSource({ "ephemeral.send, 4711", "GET /open-apis/im/v1/chats, 1", "card.update, 123456789", "ephemeral., 1" })
	void codeWhenNotKnownThenIsUnknown(String operation, int code) {
		ErrorCode unknown = ErrorCodes.of(operation, code, "");

		assertThat(unknown).isEqualTo(new ErrorCode(ErrorCategory.UNKNOWN, null, ""));
		assertThat(unknown.category().retryClass()).isEqualTo(RetryClass.NEVER);
	}

}
