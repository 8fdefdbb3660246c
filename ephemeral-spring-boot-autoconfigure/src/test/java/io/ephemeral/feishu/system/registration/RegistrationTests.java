package io.ephemeral.feishu.system.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.RegistrationFailedException;
import io.ephemeral.feishu.registration.RegistrationFailedException.Reason;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.PatientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Story of an application that gets its app by one scan.
 */
@ExtendWith(LongDeadlines.class)
class RegistrationTests {

	private static final String REGISTRATION = "/oauth/v1/app/registration";

	private static final String LOG = "logging.level.io.ephemeral.feishu.autoconfigure.registration=info";

	private static final AppNeeds NEEDS = new AppNeeds(Set.of("im:message:send_as_bot",
			"im:message.group_at_msg:readonly", "im:user_agent:read", "im:chat:readonly"),
			Set.of("im.message.receive_v1"), Set.of("card.action.trigger"));

	private final Registration registration = new Registration();

	private final FeishuSimulator feishu = this.registration.feishu;

	@AfterEach
	void stop() {
		this.registration.close();
	}

	@Test
	void storyWhenAppIsRegisteredThenRunsWithExactlyWhatTheBeansNeed() {
		ConfigurableApplicationContext context = this.registration.start();

		assertThat(context.getBean(AppNeeds.class)).isEqualTo(NEEDS);
		assertThat(this.feishu.registrations().scopes()).isEqualTo(NEEDS.scopes());
		assertThat(this.feishu.registrations().events()).isEqualTo(NEEDS.events());
		assertThat(this.feishu.registrations().callbacks()).isEqualTo(NEEDS.callbacks());
		assertThat(context.getBeansOfType(FeishuSimulator.class)).isEmpty();
		this.registration.tellStory(PatientSession.PATIENCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "im:message:send_as_bot", "im:message.group_at_msg:readonly", "im:user_agent:read",
			"im:chat:readonly", "im.message.receive_v1", "card.action.trigger" })
	void storyWhenOneNeedIsWithheldThenFails(String need) {
		this.feishu.registrations().drop(need);
		this.registration.start();

		assertThat(catchThrowable(() -> this.registration.tellStory(Duration.ofMillis(1500)))).isNotNull();
	}

	@Test
	void needsWhenEachIsWithheldThenNoneIsLeftOut() throws NoSuchMethodException {
		String[] withheld = getClass().getDeclaredMethod("storyWhenOneNeedIsWithheldThenFails", String.class)
			.getAnnotation(ValueSource.class)
			.strings();

		assertThat(withheld).containsExactlyInAnyOrderElementsOf(
				Stream.of(NEEDS.scopes(), NEEDS.events(), NEEDS.callbacks()).flatMap(Set::stream).toList());
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void startWhenPlatformDropsScopeThenLogNamesItAndThePage(CapturedOutput output) {
		this.feishu.registrations().drop("im:chat:readonly");

		this.registration.start(LOG);

		assertThat(output.getOut()).contains(
				"lacks the scope im:chat:readonly. Add it at " + this.feishu.baseUrl()
						+ "/app/cli_1/auth?q=im:chat:readonly",
				"does not show whether the app cli_1 has the event im.message.receive_v1; the callback card.action.trigger. Check it at "
						+ this.feishu.baseUrl() + "/app/cli_1/event");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void startWhenAppMayReadItselfThenLogNamesDroppedCallback(CapturedOutput output) {
		this.feishu.registrations().drop("card.action.trigger");

		this.registration.start(LOG, "feishu.registration.scopes=application:application:self_manage");

		assertThat(output.getOut()).contains("lacks the callback card.action.trigger").doesNotContain("does not show");
	}

	@Test
	void updateWhenAppLacksSomethingThenAsksForThatOnly() {
		this.feishu.grantOnly("im:message:send_as_bot", "application:application:self_manage", "im:chat:readonly");

		this.registration.start("feishu.app-id=cli_1", "feishu.app-secret=" + Registration.SECRET,
				"feishu.registration.update=true");

		assertThat(this.registration.links).singleElement()
			.satisfies((link) -> assertThat(link.getQuery()).contains("clientID=cli_1").doesNotContain("createOnly"));
		assertThat(this.feishu.registrations().scopes()).containsExactlyInAnyOrder("im:message:send_as_bot",
				"application:application:self_manage", "im:chat:readonly", "im:message.group_at_msg:readonly",
				"im:user_agent:read");
		this.registration.tellStory(PatientSession.PATIENCE);
	}

	@Test
	void updateWhenAppHasEverythingThenShowsNoLink() {
		this.registration.start("feishu.app-id=cli_1", "feishu.app-secret=" + Registration.SECRET,
				"feishu.registration.update=true");

		assertThat(this.registration.links).isEmpty();
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void updateWhenRefusedThenApplicationGoesOn(CapturedOutput output) {
		this.feishu.grantOnly("application:application:self_manage");
		this.registration.person((link) -> this.feishu.registrations().deny(link));

		assertThat(this.registration
			.start("feishu.app-id=cli_1", "feishu.app-secret=" + Registration.SECRET, "feishu.registration.update=true")
			.isActive()).isTrue();

		assertThat(output.getOut()).contains("The update of the app cli_1 failed", "refused it");
	}

	@Test
	void startWhenPersonRefusesThenFailsWithReason() {
		this.registration.person((link) -> this.feishu.registrations().deny(link));

		assertThatException().isThrownBy(this.registration::start)
			.havingRootCause()
			.asInstanceOf(type(RegistrationFailedException.class))
			.returns(Reason.DENIED, RegistrationFailedException::reason);
	}

	@Test
	void startWhenCodeExpiresThenFailsWithReason() {
		this.registration.person((link) -> this.feishu.registrations().expire());

		assertThatException().isThrownBy(this.registration::start)
			.havingRootCause()
			.asInstanceOf(type(RegistrationFailedException.class))
			.returns(Reason.EXPIRED, RegistrationFailedException::reason);
	}

	@Test
	void startWhenPersonBelongsToLarkThenAppIsRegistered() {
		this.feishu.registrations().moveToLark();

		assertThat(this.registration.start().getBean(FeishuConnectionDetails.class).getCredentials().appId())
			.isEqualTo("cli_1");
	}

	@Test
	void startWhenCredentialsAreInFileThenNeedsNoSecondScan(@TempDir Path folder) {
		String file = "feishu.registration.credentials-file=" + folder.resolve("credentials.properties");

		this.registration.start(file).close();
		this.registration.start(file);

		assertThat(this.registration.links).hasSize(1);
		assertThat(folder.resolve("credentials.properties")).content().contains("feishu.app-id=cli_1");
		this.registration.tellStory(PatientSession.PATIENCE);
	}

	@Test
	void startWhenGitDoesNotIgnoreFileThenNothingIsSent(@TempDir Path folder) throws Exception {
		new ProcessBuilder("git", "init", "--quiet").directory(folder.toFile()).start().waitFor();
		Path file = folder.resolve("credentials.properties");

		assertThatException().isThrownBy(() -> this.registration.start("feishu.registration.credentials-file=" + file))
			.havingRootCause()
			.withMessageContaining("git does not ignore");

		assertThat(this.feishu.requestsTo(REGISTRATION)).isEmpty();
		assertThat(Files.exists(file)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "feishu.app-type=store", "feishu.app-id=cli_2" })
	void startWhenPropertiesContradictThenNothingIsSent(String property) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.registration.start(property))
			.havingRootCause()
			.withMessageContaining(property.substring(0, property.indexOf('=')));

		assertThat(this.feishu.requestsTo(REGISTRATION)).isEmpty();
	}

}
