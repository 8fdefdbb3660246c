package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.Set;

import io.ephemeral.feishu.registration.AppNeeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsReportTests {

	private static final AppNeeds NEEDS = new AppNeeds(Set.of("im:chat:readonly", "im:user_agent:read"),
			Set.of("im.message.receive_v1"), Set.of("card.action.trigger"));

	private static final AppNeeds NOTHING = new AppNeeds(Set.of(), Set.of(), Set.of());

	private final SettingsReport report = new SettingsReport(URI.create("https://open.larksuite.com"), "cli_1");

	@Test
	void missingWhenThereIsSomethingThenNamesThePages() {
		assertThat(this.report.missing(NEEDS)).containsExactly(
				"The app cli_1 lacks the scopes im:chat:readonly, im:user_agent:read. Add it at https://open.larksuite.com/app/cli_1/auth?q=im:chat:readonly,im:user_agent:read, and publish a version",
				"The app cli_1 lacks the event im.message.receive_v1; the callback card.action.trigger. Add it at https://open.larksuite.com/app/cli_1/event, and publish a version");
		assertThat(this.report.missing(NOTHING)).isEmpty();
	}

	@Test
	void hiddenWhenThereIsSomethingThenClaimsNothing() {
		assertThat(this.report.hidden(new AppNeeds(Set.of(), Set.of("im.message.receive_v1"), Set.of())))
			.containsExactly(
					"The platform does not show whether the app cli_1 has the event im.message.receive_v1. Check it at https://open.larksuite.com/app/cli_1/event");
		assertThat(this.report.hidden(NOTHING)).isEmpty();
	}

}
