package io.ephemeral.feishu.auth;

class InMemoryAppTicketStoreTests extends AppTicketStoreContract {

	@Override
	protected AppTicketStore createStore() {
		return AppTicketStore.inMemory();
	}

}
