module wv2interrupt

go 1.19
