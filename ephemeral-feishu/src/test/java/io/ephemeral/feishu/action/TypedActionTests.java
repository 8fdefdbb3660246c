package io.ephemeral.feishu.action;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TypedActionTests {

	@Test
	void namesWhenTypeIsNestedThenAreItsSimpleName() {
		assertThat(TypedAction.namesOf(Eat.class)).containsExactly("Eat");
	}

	@Test
	void namesWhenAnnotatedThenAreThoseOfTheAnnotation() {
		assertThat(TypedAction.namesOf(Renamed.class)).containsExactly("Renamed", "Former");
	}

	@Test
	void namesWhenAnnotationHasNoNameThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> TypedAction.namesOf(Nameless.class))
			.withMessageContaining("Nameless");
		assertThatIllegalArgumentException().isThrownBy(() -> TypedAction.namesOf(Blank.class))
			.withMessageContaining("Blank");
	}

	record Eat() implements TypedAction {
	}

	@ActionName({ "Renamed", "Former" })
	record Renamed() implements TypedAction {
	}

	@ActionName({})
	record Nameless() implements TypedAction {
	}

	@ActionName({ "Blank", " " })
	record Blank() implements TypedAction {
	}

}
