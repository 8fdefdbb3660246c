package io.ephemeral.feishu.registration;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppSettingsTests {

	private static final AppNeeds NEEDS = new AppNeeds(Set.of("s2", "s1"), Set.of("e1"), Set.of("c1"));

	@Test
	void missingWhenKindIsShownThenHasWhatIsNotThere() {
		AppSettings settings = new AppSettings(Set.of("s1", "s3"), Set.of(), null);

		assertThat(settings.missing(NEEDS)).isEqualTo(new AppNeeds(Set.of("s2"), Set.of("e1"), Set.of()));
	}

	@Test
	void hiddenWhenKindIsNotShownThenHasAllOfIt() {
		AppSettings settings = new AppSettings(Set.of("s1"), Set.of(), null);

		assertThat(settings.hidden(NEEDS)).isEqualTo(new AppNeeds(Set.of(), Set.of(), Set.of("c1")));
	}

	@Test
	void needsWhenOthersAreRemovedThenHaveTheRest() {
		AppNeeds others = new AppNeeds(Set.of("s2", "s3"), Set.of(), Set.of("c1"));

		assertThat(NEEDS.without(others)).isEqualTo(new AppNeeds(Set.of("s1"), Set.of("e1"), Set.of()));
		assertThat(NEEDS.without(others).and(others).without(NEEDS))
			.isEqualTo(new AppNeeds(Set.of("s3"), Set.of(), Set.of()));
	}

	@Test
	void needsWhenDescribedThenAreInOrder() {
		assertThat(NEEDS.describe()).isEqualTo("the scopes s1, s2; the event e1; the callback c1");
		assertThat(new AppSettings(Set.of("s1", "s2"), Set.of("e1"), Set.of("c1")).missing(NEEDS))
			.matches(AppNeeds::isEmpty)
			.returns("nothing", AppNeeds::describe);
	}

}
