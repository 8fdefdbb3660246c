package io.ephemeral.feishu.card.style;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Length}.
 */
class LengthTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "fill", "flex_none", "0px", "999999px", "50%" })
	void valueWhenWordOrNumberThenIsAccepted(String value) {
		assertThat(new Length(value)).hasToString(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "_fill", "Fill", "fill ", "12", "%", "12 px", "12pxx", "1000000px", "-1px", "1.5px", "١px",
			"ä" })
	void valueWhenNeitherThenIsRefused(String value) {
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(() -> new Length(value));
	}

}
