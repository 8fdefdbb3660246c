package io.ephemeral.feishu.seal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.SecretSeal;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Opener of the seals that an {@link ActionSealer} of the same app has made.
 */
public final class SealOpener {

	/** Seals of the present secret, then of the former ones. */
	private final List<SecretSeal> seals = new ArrayList<>();

	private final String app;

	private final Clock clock;

	/**
	 * Creates an opener.
	 * @param credentials credentials of the app
	 * @param formerSecrets former secrets of the app, whose seals members may still
	 * click; none blank
	 * @param clock clock for the deadlines of seals
	 */
	public SealOpener(CredentialsSupplier credentials, List<String> formerSecrets, Clock clock) {
		Assert.isTrue(formerSecrets.stream().allMatch(StringUtils::hasText),
				"The former app secrets (feishu.callback.former-app-secrets) must not be blank");
		this.app = credentials.appId();
		this.clock = clock;
		this.seals.add(new SecretSeal(credentials, ActionSealer.LABEL));
		formerSecrets.forEach(
				(secret) -> this.seals.add(new SecretSeal(new AppCredentials(this.app, secret), ActionSealer.LABEL)));
	}

	/**
	 * Opens the seal of a click. It does not remember which seals were used.
	 * @param click the click
	 * @return the content; or a {@link SealRefusedException}; or a
	 * {@link io.ephemeral.feishu.auth.TokenUnavailableException} if there is no secret
	 */
	public Mono<OpenedSeal> open(SealedClick click) {
		SealText text = SealText.parse(click.seal());
		return (text == null) ? forged() : opened(text, click).map((content) -> checked(content, text, click));
	}

	private Mono<byte[]> opened(SealText text, SealedClick click) {
		String bound = SealText.bound(text.bonds(), text.card(), this.app, click.action(), click.place());
		Mono<byte[]> content = this.seals.get(0).openWithId(bound, text.content());
		for (SecretSeal former : this.seals.subList(1, this.seals.size())) {
			content = content.switchIfEmpty(former.openWithId(bound, text.content()));
		}
		return content.switchIfEmpty(forged());
	}

	private static <T> Mono<T> forged() {
		return Mono.error(() -> new SealRefusedException(Reason.FORGED));
	}

	private OpenedSeal checked(byte[] bytes, SealText text, SealedClick click) {
		ObjectNode content = (ObjectNode) CardMapper.INSTANCE.readTree(bytes);
		Viewer viewer = viewerIn(content);
		if (viewer != null && !click.operators().contains(viewer)) {
			throw new SealRefusedException(Reason.FOREIGN);
		}
		if (content.has("until") && this.clock.millis() > content.path("until").longValue()) {
			throw new SealRefusedException(Reason.EXPIRED);
		}
		if (content.path(ActionSealer.ONCE).isBoolean()) {
			content.put(ActionSealer.ONCE, text.id());
		}
		JsonNode state = content.remove(ActionSealer.STATE);
		return new OpenedSeal(state, content);
	}

	private static @Nullable Viewer viewerIn(JsonNode content) {
		if (content.has("open_id")) {
			return Viewer.openId(content.path("open_id").stringValue());
		}
		return content.has("user_id") ? Viewer.userId(content.path("user_id").stringValue()) : null;
	}

}
