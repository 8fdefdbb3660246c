package io.ephemeral.feishu.callback.answer;

import org.springframework.util.Assert;

/**
 * Claim of one instance to handle a callback.
 *
 * @param id id of the callback within its app: 64 hexadecimal digits. It is a hash,
 * because the platform's id of an older click is a token
 * @param owner owner of the claim, up to 64 ASCII characters; each delivery that reaches
 * the store has its own
 */
public record AnswerClaim(String id, String owner) {

	public AnswerClaim {
		Assert.hasText(id, "'id' must not be empty");
		Assert.hasText(owner, "'owner' must not be empty");
	}

}
