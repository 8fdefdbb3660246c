package io.ephemeral.feishu.redis;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RedisKeysTests {

	private static final URI FEISHU = URI.create("https://open.feishu.cn");

	private final RedisKeys keys = new RedisKeys("feishu", FEISHU, "cli_1");

	@Test
	void keyWhenAppIsSelfBuiltThenTagHasPlatformWithApp() {
		assertThat(this.keys.key(null, "token")).isEqualTo("feishu:{https://open.feishu.cn|cli_1}:token");
	}

	@Test
	void keyWhenThereIsATenantThenTagHasIt() {
		assertThat(this.keys.key("t1", "limit", "send"))
			.isEqualTo("feishu:{https://open.feishu.cn|cli_1|t1}:limit:send");
	}

	@Test
	void keyWhenTenantHasABraceThenTagEndsAfterIt() {
		assertThat(this.keys.key("t}1", "token")).isEqualTo("feishu:{https://open.feishu.cn|cli_1|t%7D1}:token");
	}

	@Test
	void createWhenPrefixHasABraceThenIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RedisKeys("{a}", FEISHU, "cli_1"))
			.withMessage("'prefix' must not contain braces");
	}

	@Test
	void hiddenWhenValueIsAnAddressThenDoesNotContainIt() {
		assertThat(RedisKeys.hidden("ada@example.com")).matches("[0-9a-f]{32}");
	}

}
