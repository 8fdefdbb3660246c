package io.ephemeral.sample.checklist;

import java.util.List;
import java.util.Objects;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.NotAuthorizedException;

/**
 * Steps with the app alone: its credentials, its bot and its scopes.
 */
final class AppSteps {

	private static final MessageId UNKNOWN_CARD = new MessageId("om_" + "0".repeat(32));

	private final Surroundings surroundings;

	private final CredentialsSupplier credentials;

	private final TenantTokenProvider tokens;

	private final BotIdentity bot;

	private final Platform platform;

	private final Mask mask;

	AppSteps(Surroundings surroundings, CredentialsSupplier credentials, TenantTokenProvider tokens, BotIdentity bot,
			Platform platform, Mask mask) {
		this.surroundings = surroundings;
		this.credentials = credentials;
		this.tokens = tokens;
		this.bot = bot;
		this.platform = platform;
		this.mask = mask;
	}

	List<ChecklistStep> steps() {
		return List.of(new ChecklistStep("Credentials and region",
				"The platform of the region issues a token for the app id and the app secret.", this::checkCredentials),
				new ChecklistStep("Bot", "The app has a bot, and the platform describes it.", this::describeBot),
				new ChecklistStep("Scopes", "`im:message:send_as_bot` and `im:chat:readonly` are there.",
						this::tryScopes));
	}

	private void checkCredentials(Notes notes) {
		AppCredentials app = Objects.requireNonNull(AppCredentials.of(this.credentials).block());
		this.mask.hide(app.appSecret());
		TenantToken token = Objects.requireNonNull(this.tokens.token(null).block());
		this.mask.hide(token.value());
		notes.saw("The app calls " + this.surroundings.platform() + ".");
		notes.saw("The credentials are valid: the platform issued a token.");
	}

	private void describeBot(Notes notes) {
		this.bot.openId();
		notes.saw("The bot has an open id.");
		notes.record("Description of the bot", this.platform.bot());
	}

	private void tryScopes(Notes notes) {
		notes.saw(
				"This project knows no operation that lists the scopes of an app, so this step tries a call for each.");
		tryScope(notes, "im:message:send_as_bot", () -> this.platform.delete(UNKNOWN_CARD));
		tryScope(notes, "im:chat:readonly", this.platform::groups);
		notes.saw("The scopes of messages show in the step *Message*.");
	}

	private void tryScope(Notes notes, String scope, Runnable call) {
		try {
			call.run();
			notes.saw("`" + scope + "` is there: the platform accepted the call.");
		}
		catch (NotAuthorizedException ex) {
			notes.failed("The call for `" + scope + "`", ex);
		}
		catch (FeishuApiException ex) {
			notes.saw("`" + scope + "` is there: the platform refused the call for another reason, code " + ex.code()
					+ ".");
		}
	}

}
