package io.ephemeral.sample.checklist;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.NotAuthorizedException;
import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.AppSettings;

/**
 * Steps with the app alone: its credentials, its bot and its scopes.
 */
final class AppSteps {

	private static final String SEND = "im:message:send_as_bot";

	private static final String CHATS = "im:chat:readonly";

	/** Needs of the steps of the checklist. */
	private static final AppNeeds NEEDS = new AppNeeds(
			Set.of(SEND, CHATS, "im:message.group_at_msg:readonly", "im:user_agent:read"),
			Set.of("im.message.receive_v1"), Set.of("card.action.trigger"));

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
				new ChecklistStep("Scopes", "The app has " + NEEDS.describe() + ".", this::checkNeeds));
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

	private void checkNeeds(Notes notes) {
		AppSettings settings = this.platform.settings(this.credentials.appId());
		AppNeeds missing = settings.missing(NEEDS);
		AppNeeds hidden = settings.hidden(NEEDS);
		AppNeeds present = NEEDS.without(missing).without(hidden);
		if (!present.isEmpty()) {
			notes.saw("The platform shows that the app has " + present.describe() + ".");
		}
		if (!hidden.isEmpty()) {
			notes.saw("The platform does not show whether the app has " + hidden.describe()
					+ ". Further steps need all of them.");
		}
		if (!missing.isEmpty()) {
			notes.differs("The platform shows that the app lacks " + missing.describe() + ".");
		}
		tryScope(notes, SEND, () -> this.platform.delete(UNKNOWN_CARD));
		tryScope(notes, CHATS, this.platform::groups);
	}

	private void tryScope(Notes notes, String scope, Runnable call) {
		try {
			call.run();
			notes.saw("`" + scope + "` is granted: the platform accepted the call.");
		}
		catch (NotAuthorizedException ex) {
			notes.failed("The call for `" + scope + "`", ex);
		}
		catch (FeishuApiException ex) {
			notes.saw("`" + scope + "` is granted: the platform refused the call for another reason, code " + ex.code()
					+ ".");
		}
	}

}
