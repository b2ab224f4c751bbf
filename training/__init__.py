"""Makes the weights of the quotation tagger: nothing here is needed to use Verbale."""
