package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ButtonNameTests {

	@ParameterizedTest
	@CsvSource({ "save, save, save", "first, save, first__action__save",
			"first__action__save, save, first__action__save", "a, b__action__c, a__action__b__action__c" })
	void nameWhenActionIsAddedThenBothAreReadBack(String name, String action, String expected) {
		assertThat(ButtonName.withAction(name, action)).isEqualTo(expected);
		assertThat(ButtonName.actionIn(expected)).isEqualTo(action);
	}

	@ParameterizedTest
	@CsvSource({ "a__action__b, c", "a__action, _b", "a__action, action__b", "a__action__b, a__action__b" })
	void nameWhenItHoldsTheSeparatorThenIsRefused(String name, String action) {
		assertThatIllegalArgumentException().isThrownBy(() -> ButtonName.withAction(name, action))
			.withMessageStartingWith("'name' must not contain '__action__'");
	}

	@Test
	void nameWhenOfAnyCharactersThenBothAreReadBackOrRefused() {
		RandomText.forEach((random) -> {
			String name = random.next() + "n";
			String action = random.next() + "a";

			String both = ButtonName.withAction(name, action);

			assertThat(ButtonName.actionIn(both)).isEqualTo(action);
			assertThat(ButtonName.withoutAction(both)).isEqualTo(name);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "__action__", "__action__a", "a__action__", "a", "a__action_b" })
	void nameWhenNoActionFollowsThenIsTheAction(String name) {
		assertThat(ButtonName.hasAction(name)).isFalse();
		assertThat(ButtonName.actionIn(name)).isEqualTo(name);
		assertThat(ButtonName.withoutAction(name)).isEqualTo(name);
	}

	@Test
	void buttonWhenItsActionIsNotATextOrMissingThenKeepsItsName() {
		assertThat(Button.submit("save", "Save").build().name()).isEqualTo("save");
		assertThat(Button.submit("save", "Save").callback(Map.of("row", 1)).build().name()).isEqualTo("save");
		assertThat(Button.submit("save", "Save").callback(Map.of("action", Map.of("a", 1))).build().name())
			.isEqualTo("save");
		assertThat(Button.submit("save", "Save").openUrl("https://example.com").build().name()).isEqualTo("save");
	}

	@Test
	void buttonWhenValueIsATextThenThatIsItsAction() {
		Behavior text = new Behavior.Callback(StringNode.valueOf("store"), Map.of());

		assertThat(Button.submit("save", "Save").behavior(text).build().name()).isEqualTo("save__action__store");
	}

	@Test
	void buttonsWhenOfOneActionThenHaveDifferentNames() {
		assertThat(Button.submit("first", "Save").callback("save").build().name())
			.isNotEqualTo(Button.submit("second", "Save and close").callback("save").build().name());
	}

	@Test
	void buttonWhenItHasNoNameThenGetsNone() {
		assertThat(Button.builder("Save").callback("save").build().name()).isNull();
	}

}
