package io.ephemeral.feishu.test.lunch;

import java.lang.reflect.Parameter;

import io.ephemeral.feishu.callback.CardActionArgumentResolver;
import io.ephemeral.feishu.callback.CardActionEvent;

import org.springframework.stereotype.Component;

/**
 * Table at which the user sits.
 */
final class Table {

	private final String chat;

	private Table(String chat) {
		this.chat = chat;
	}

	@Override
	public String toString() {
		return "table of " + this.chat;
	}

	@Component
	static class Resolver implements CardActionArgumentResolver {

		@Override
		public boolean supports(Parameter parameter) {
			return parameter.getType() == Table.class;
		}

		@Override
		public Table resolve(CardActionEvent event, Parameter parameter) {
			return new Table(event.chat().value());
		}

	}

}
