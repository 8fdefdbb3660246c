package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Check that a request comes from the platform. It checks the signature before it
 * deciphers the body, so that an unsigned body costs little, and the response time gives
 * the sender no information. The verification token is a second check.
 */
final class CallbackVerification {

	/** Start of an encrypted body, found without parsing. */
	private static final byte[] ENCRYPTED = "{\"encrypt\":\"".getBytes(StandardCharsets.UTF_8);

	/**
	 * Maximum size of a challenge, much larger than real ones. A larger body without a
	 * signature is not read.
	 */
	private static final int LARGEST_CHALLENGE = 4096;

	/**
	 * Maximum number of challenges in a minute. The developer console sends only a few
	 * when an address is saved.
	 */
	private static final int CHALLENGES_PER_MINUTE = 10;

	private final CallbackKeys keys;

	private final boolean legacy;

	private final byte[] verificationToken;

	private final CallbackCipher cipher;

	private final Duration maxAge;

	private final Clock clock;

	private final MinuteBudget challenges = new MinuteBudget(CHALLENGES_PER_MINUTE);

	/**
	 * Creates a check.
	 * @param keys keys of the app
	 * @param legacy whether clicks of the older shape are accepted; their signature is
	 * SHA-1 over the verification token
	 * @param maxAge maximum difference between the time of a callback and now
	 * @param clock wall time
	 */
	CallbackVerification(CallbackKeys keys, boolean legacy, Duration maxAge, Clock clock) {
		this.keys = keys;
		this.legacy = legacy;
		this.verificationToken = keys.verificationToken().getBytes(StandardCharsets.UTF_8);
		this.cipher = new CallbackCipher(keys.encryptKey());
		this.maxAge = maxAge;
		this.clock = clock;
	}

	/**
	 * Verifies and reads the body of a callback. The documentation does not specify
	 * whether a challenge is signed. For an unsigned challenge, only the token is
	 * checked, and only a few are read in a minute.
	 */
	CallbackPayload open(HttpHeaders headers, byte[] body) {
		CallbackSignature signature;
		try {
			signature = CallbackSignature.of(headers);
			check(signature, body);
		}
		catch (CallbackRejectedException ex) {
			CallbackPayload challenge = mayBeChallenge(body) ? unsignedChallenge(body) : null;
			if (challenge == null) {
				throw ex;
			}
			return challenge;
		}
		CallbackPayload payload = CallbackPayload.of(read(body), signature.isLegacy());
		check(payload);
		return payload;
	}

	private void check(CallbackSignature signature, byte[] body) {
		if (signature.isLegacy() && !this.legacy) {
			throw new CallbackRejectedException(Reason.LEGACY);
		}
		signature.check(this.keys, body, this.clock, this.maxAge);
	}

	private boolean mayBeChallenge(byte[] body) {
		return body.length <= LARGEST_CHALLENGE && this.challenges.take();
	}

	private @Nullable CallbackPayload unsignedChallenge(byte[] body) {
		try {
			CallbackPayload payload = CallbackPayload.of(read(body), false);
			if (payload.challenge() == null) {
				return null;
			}
			check(payload);
			return payload;
		}
		catch (CallbackRejectedException ex) {
			return null;
		}
	}

	/**
	 * Checks the verification token. The older shape does not contain the token, because
	 * its signature is made with it.
	 */
	private void check(CallbackPayload payload) {
		String token = payload.verificationToken();
		if (token != null && !MessageDigest.isEqual(this.verificationToken, token.getBytes(StandardCharsets.UTF_8))) {
			throw new CallbackRejectedException(Reason.WRONG_TOKEN);
		}
	}

	private JsonNode read(byte[] body) {
		if (body.length > ENCRYPTED.length + 2 && Arrays.mismatch(body, ENCRYPTED) == ENCRYPTED.length
				&& body[body.length - 2] == '"' && body[body.length - 1] == '}') {
			return CallbackPayload.read(decipher(Arrays.copyOfRange(body, ENCRYPTED.length, body.length - 2)));
		}
		JsonNode json = CallbackPayload.read(body);
		JsonNode encrypted = json.get("encrypt");
		if (encrypted == null || !encrypted.isString()) {
			return json;
		}
		return CallbackPayload.read(decipher(encrypted.stringValue().getBytes(StandardCharsets.UTF_8)));
	}

	private byte[] decipher(byte[] base64) {
		try {
			return this.cipher.decipher(Base64.getDecoder().decode(base64));
		}
		catch (IllegalArgumentException ex) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
	}

}
