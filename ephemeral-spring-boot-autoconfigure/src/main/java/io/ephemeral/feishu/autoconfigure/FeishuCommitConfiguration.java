package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.commit.AfterCommit;
import io.ephemeral.feishu.commit.ReactiveAfterCommit;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.publish.Publications;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Configuration of calls after a commit.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TransactionSynchronization.class)
class FeishuCommitConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AfterCommit feishuAfterCommit(EphemeralCardOperations cards, Publications publications,
			ObjectProvider<ObservationRegistry> observations) {
		return new AfterCommit(cards, publications, observations.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveAfterCommit feishuReactiveAfterCommit(ReactiveEphemeralCardOperations cards,
			ReactivePublications publications, ObjectProvider<ObservationRegistry> observations) {
		return new ReactiveAfterCommit(cards, publications, observations.getIfUnique(() -> ObservationRegistry.NOOP));
	}

}
