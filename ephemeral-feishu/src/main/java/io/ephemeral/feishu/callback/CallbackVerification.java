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
 * Decides whether a request comes from the platform, and deciphers it. The signature is
 * checked before anything is read; the verification token is a second check.
 */
final class CallbackVerification {

	/** How an encrypted body begins; seeing that is cheaper than parsing it. */
	private static final byte[] ENCRYPTED = "{\"encrypt\":\"".getBytes(StandardCharsets.UTF_8);

	/** A challenge is far smaller, and nobody has signed it. */
	private static final int LARGEST_CHALLENGE = 4096;

	private final CallbackKeys keys;

	private final byte[] verificationToken;

	private final CallbackCipher cipher;

	private final Duration maxAge;

	private final Clock clock;

	CallbackVerification(CallbackKeys keys, Duration maxAge, Clock clock) {
		this.keys = keys;
		this.verificationToken = keys.verificationToken().getBytes(StandardCharsets.UTF_8);
		this.cipher = new CallbackCipher(keys.encryptKey());
		this.maxAge = maxAge;
		this.clock = clock;
	}

	/**
	 * Opens the body of a callback. The platform's documents leave open whether a
	 * challenge is signed, so that one counts by its token alone.
	 */
	CallbackPayload open(HttpHeaders headers, byte[] body) {
		try {
			CallbackSignature signature = CallbackSignature.of(headers);
			signature.check(this.keys, body, this.clock, this.maxAge);
			CallbackPayload payload = CallbackPayload.of(read(body), signature.isLegacy());
			check(payload);
			return payload;
		}
		catch (CallbackRejectedException ex) {
			CallbackPayload challenge = (body.length <= LARGEST_CHALLENGE) ? unsignedChallenge(body) : null;
			if (challenge == null) {
				throw ex;
			}
			return challenge;
		}
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

	/** The old shape has no verification token inside: its signature is made with it. */
	private void check(CallbackPayload payload) {
		String token = payload.verificationToken();
		if (token != null && !MessageDigest.isEqual(this.verificationToken, token.getBytes(StandardCharsets.UTF_8))) {
			throw new CallbackRejectedException(Reason.WRONG_TOKEN);
		}
	}

	private JsonNode read(byte[] body) {
		if (body.length > ENCRYPTED.length + 2 && Arrays.mismatch(body, ENCRYPTED) == ENCRYPTED.length
				&& body[body.length - 2] == '"' && body[body.length - 1] == '}') {
			return CallbackMapper.read(decipher(Arrays.copyOfRange(body, ENCRYPTED.length, body.length - 2)));
		}
		JsonNode json = CallbackMapper.read(body);
		JsonNode encrypted = json.get("encrypt");
		if (encrypted == null || !encrypted.isString()) {
			return json;
		}
		return CallbackMapper.read(decipher(encrypted.stringValue().getBytes(StandardCharsets.UTF_8)));
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
