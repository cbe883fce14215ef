from intranet.articles.models.articles import Article, article_address
from intranet.articles.models.drafts import ArticleDraft, ArticleToken
from intranet.articles.models.reading import ArticleReading, MustRead
