package io.ephemeral.feishu.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.StoreApp;
import io.ephemeral.feishu.auth.TenantTokenFilter;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.auth.TokenKey;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Configuration of tokens. With a {@link TokenSource} of its own, an application needs no
 * credentials.
 */
@Configuration(proxyBeanMethods = false)
class FeishuTokenConfiguration {

	/**
	 * Longer than the sources of the library take, which wait for the platform and the
	 * app ticket.
	 */
	private static final Duration LONGEST_FETCH = Duration.ofMinutes(1);

	@Bean
	@ConditionalOnMissingBean({ CredentialsSupplier.class, TokenSource.class })
	CredentialsSupplier feishuCredentialsSupplier(FeishuConnectionDetails connection) {
		return connection.getCredentials();
	}

	@Bean
	@ConditionalOnMissingBean
	AppTicketStore feishuAppTicketStore() {
		return AppTicketStore.inMemory();
	}

	@Bean
	@ConditionalOnMissingBean
	TokenStore feishuTokenStore(@Qualifier("feishuClock") Clock clock) {
		return TokenStore.inMemory(clock);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "feishu.app-type", havingValue = "custom", matchIfMissing = true)
	TokenSource feishuTokenSource(@Qualifier("feishuTokenWebClient") WebClient client, CredentialsSupplier credentials,
			@Qualifier("feishuClock") Clock clock) {
		return TokenSource.selfBuilt(client, credentials, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "feishu.app-type", havingValue = "store")
	TokenSource feishuStoreTokenSource(@Qualifier("feishuTokenWebClient") WebClient client,
			CredentialsSupplier credentials, AppTicketStore tickets, FeishuProperties properties,
			@Qualifier("feishuClock") Clock clock) {
		return TokenSource.storeApp(client, new StoreApp(credentials, tickets, properties.store().ticketWait()), clock);
	}

	@Bean
	@ConditionalOnMissingBean
	TenantTokenProvider feishuTenantTokenProvider(TokenSource source, TokenStore store,
			FeishuConnectionDetails connection, ObjectProvider<CredentialsSupplier> credentials,
			FeishuProperties properties, @Qualifier("feishuClock") Clock clock) {
		CredentialsSupplier app = credentials.getIfAvailable();
		TokenSource bounded = source.within(LONGEST_FETCH);
		TokenSource shared = (app == null) ? bounded
				: bounded.sharedIn(store, new TokenKey(connection.getBaseUrl(), app.appId(), null), clock);
		return new TenantTokenProvider(shared, properties.token().refreshAhead(), clock);
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuTenantTokenFilter")
	TenantTokenFilter feishuTenantTokenFilter(TenantTokenProvider tokens, FeishuConnectionDetails connection) {
		return new TenantTokenFilter(tokens, connection.getBaseUrl());
	}

}
