package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * Key of a tenant that has installed a store app. Each event and callback contains it as
 * {@code header.tenant_key}.
 *
 * @param value the {@code tenant_key}
 */
public record TenantKey(@JsonValue String value) {

	public TenantKey {
		Assert.hasText(value, "'tenant_key' must not be blank");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
